import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { nextNumbers } from "@/lib/platform/counter";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { romeDay } from "@/lib/platform/rome-time";
import { type Certifiable, findCertifiable } from "@/lib/sessions/attendance/certificates/certifiable";
import { canClaimCertificate, canIssueCertificates } from "@/lib/sessions/attendance/policy";
import type { OfSession } from "@/lib/sessions/attendance/schema";
import { visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/** Gives the actor the certificate of a closed session at which it was. Asking again gives the one that is there. */
export async function claimCertificate(actor: Actor, input: OfSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    const own = actor.personId ? await findCertifiable(tx, session.id, actor.personId) : [];
    authorise(canClaimCertificate(actor, { presentIds: own.map((one) => one.personId) }));
    assertClosed(session);
    await issue(tx, actor, session, own);
    return placeOf(session);
  });
}

/** Gives all who were at a closed session their certificates; who has one keeps it. */
export async function issueCertificates(actor: Actor, input: OfSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    authorise(canIssueCertificates(actor, session));
    assertClosed(session);
    const there = await findCertifiable(tx, session.id);
    if (there.length === 0) throw new DomainError("sessions.nobodyPresent");
    await issue(tx, actor, session, there);
    return placeOf(session);
  });
}

type Found = Awaited<ReturnType<typeof findSession>>;

async function findSession(tx: Tx, actor: Actor, id: string) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: { id: true, programmeId: true, deputyId: true, programme: { select: { slug: true } } },
    }),
    "session",
  );
  // Two who ask at once: the second finds what the first was given, so that no number is taken for nothing. A closing
  // or reopening waits here too, and the state is read behind it.
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    select state::text from session where id = ${id}::uuid for update`;
  return { ...session, state: found(row, "session").state };
}

function assertClosed(session: { state: string }): void {
  if (session.state !== "CLOSED") throw new DomainError("sessions.certificateAfterClosing");
}

async function issue(tx: Tx, actor: Actor, session: Found, people: readonly Certifiable[]): Promise<void> {
  const given = await tx.attendanceCertificate.findMany({
    where: { sessionId: session.id, personId: { in: people.map((one) => one.personId) } },
    select: { personId: true },
  });
  const have = new Set(given.map((one) => one.personId));
  const lacking = people.filter((one) => !have.has(one.personId));
  if (lacking.length === 0) return;
  const year = Number(romeDay(actor.at).slice(0, 4));
  const numbers = await nextNumbers(tx, "attendance-certificate", { year, count: lacking.length });
  await tx.attendanceCertificate.createMany({
    data: lacking.map(({ personId, facts }, index) => ({
      sessionId: session.id,
      personId,
      facts,
      year,
      number: numbers[index] as number,
      issuedAt: actor.at,
      issuedById: actor.personId,
    })),
  });
  await recordEvent(tx, actor, {
    kind: "sessions.certificatesIssued",
    ...about(session),
    data: { count: lacking.length, year, first: numbers[0] as number },
  });
}
