import type { Tx } from "@/lib/platform/db";
import { type CertificateFacts, certificateFacts } from "@/lib/sessions/attendance/certificates/facts";

/** Somebody who was at a session, with the words of the certificate as they would be now. */
export type Certifiable = { personId: string; facts: CertificateFacts };

/** Those who were at a session; of some people when named. Three queries, however many there were. */
export async function findCertifiable(tx: Tx, sessionId: string, personId?: string): Promise<Certifiable[]> {
  const rows = await tx.attendance.findMany({
    where: { sessionId, present: true, ...(personId ? { personId } : {}) },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { personId: "asc" }],
    select: {
      personId: true,
      person: { select: { givenName: true, familyName: true } },
      organisation: { select: { name: true } },
      session: { select: sessionSelect },
    },
  });
  const invitees = await tx.sessionInvitee.findMany({
    where: { sessionId, organisationId: { not: null }, ...(personId ? { personId } : {}) },
    select: { personId: true, organisation: { select: { name: true } } },
  });
  const bodies = new Map(invitees.map((one) => [one.personId, one.organisation]));
  return rows.map((row) => ({
    personId: row.personId,
    facts: certificateFacts({ ...row, organisation: bodies.get(row.personId) ?? row.organisation }),
  }));
}

const sessionSelect = {
  title: true,
  kind: true,
  mode: true,
  place: true,
  startsAt: true,
  endsAt: true,
  announcedMinutes: true,
  announcedNote: true,
  actualStartsAt: true,
  actualEndsAt: true,
  programme: { select: { title: true, promoter: { select: { name: true } } } },
} as const;
