import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { type CertificateFacts, certificateFactsSchema } from "@/lib/sessions/attendance/certificates/facts";
import { certificatesVisibleTo } from "@/lib/sessions/attendance/policy";

/** A certificate as it is printed. */
export type Certificate = {
  year: number;
  number: number;
  issuedAt: Date;
  amendedAt: Date | null;
  facts: CertificateFacts;
};

/** A certificate that is good: one's own, or any of a session that the actor manages. */
export async function getCertificate(actor: Actor, id: string): Promise<Certificate> {
  const { facts, ...certificate } = found(
    await db.attendanceCertificate.findFirst({
      where: { AND: [{ id }, certificatesVisibleTo(actor)] },
      select: { year: true, number: true, issuedAt: true, amendedAt: true, facts: true },
    }),
    "certificate",
  );
  return { ...certificate, facts: certificateFactsSchema.parse(facts) };
}
