import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { findCertifiable } from "@/lib/sessions/attendance/certificates/certifiable";
import { certificateFactsSchema, sameFacts } from "@/lib/sessions/attendance/certificates/facts";

/**
 * Makes the certificates of a reopened session agree with its attendance, in the transaction that writes it: who was not
 * there after all has none that is good, and one that says something else now says so with the day of its correction.
 */
export async function correctCertificates(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const given = await tx.attendanceCertificate.findMany({
    where: { sessionId },
    select: { id: true, personId: true, facts: true, withdrawnAt: true },
  });
  if (given.length === 0) return;
  const there = new Map((await findCertifiable(tx, sessionId)).map((one) => [one.personId, one.facts]));
  await tx.attendanceCertificate.updateMany({
    where: { sessionId, withdrawnAt: null, personId: { notIn: [...there.keys()] } },
    data: { withdrawnAt: actor.at },
  });
  await tx.attendanceCertificate.updateMany({
    where: { sessionId, withdrawnAt: { not: null }, personId: { in: [...there.keys()] } },
    data: { withdrawnAt: null },
  });
  const changed = given.flatMap(({ id, personId, facts }) => {
    const now = there.get(personId);
    return now && !sameFacts(certificateFactsSchema.parse(facts), now) ? [{ id, facts: now }] : [];
  });
  if (changed.length === 0) return;
  await tx.$executeRaw`
    update attendance_certificate c set facts = v.facts::jsonb, amended_at = ${actor.at}
    from unnest(${changed.map((one) => one.id)}::uuid[],
      ${changed.map((one) => JSON.stringify(one.facts))}::text[]) as v(id, facts)
    where c.id = v.id`;
}
