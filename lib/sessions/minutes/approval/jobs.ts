import "server-only";
import { registerObject } from "@/lib/documents/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { isLocale } from "@/lib/platform/i18n/routing";
import { putObject } from "@/lib/platform/storage/storage";
import { approveMinutes } from "@/lib/sessions/minutes/approval/commands";
import { makeMinutesPdf } from "@/lib/sessions/minutes/approval/document";
import { minutesSelect, nameOf, partsOf } from "@/lib/sessions/minutes/minutes-row";

/** Approves the minutes whose term passed without objection. @returns how many */
export async function approveAfterTerm(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const due = await db.sessionMinutes.findMany({
    where: { state: "PROPOSED", termEndsAt: { lt: actor.at } },
    orderBy: { termEndsAt: "asc" },
    take: 500,
    select: { round: true, session: { select: { id: true, programmeId: true } } },
  });
  let approved = 0;
  for (const { round, session } of due) {
    const isMine = await inTransaction((tx) =>
      approveMinutes(tx, actor, { ...session, round, by: "APPROVED_BY_TERM" }),
    );
    if (isMine) approved += 1;
  }
  return approved;
}

/** Makes and stores the document of approved minutes. Repeating it changes nothing. */
export async function makePdfOf(
  actor: Actor,
  { sessionId, round }: { sessionId: string; round: number },
): Promise<void> {
  authorise(actor.kind === "system");
  const number = { sessionId, number: round };
  const row = await db.minutesRound.findFirst({
    where: { ...number, pdfSha256: null, minutes: { round, state: { in: ["APPROVED", "PUBLISHED"] } } },
    select: roundSelect,
  });
  if (!row) return;
  const { minutes, verdicts, ...approval } = row;
  const { session, points, lang } = minutes;
  const bodies = new Map(session.invitees.map((one) => [one.personId, one.organisation?.shortName ?? null]));
  const bytes = await makeMinutesPdf(
    {
      ...session,
      programme: session.programme.title,
      people: session.attendance.map(({ personId, present, person }) => ({
        name: nameOf(person),
        body: bodies.get(personId) ?? null,
        present,
      })),
      parts: partsOf(points, { withPeople: true }),
      approval: { ...approval, verdicts: verdicts.map((one) => ({ ...one, name: nameOf(one.person) })) },
    },
    isLocale(lang) ? lang : "it",
  );
  const stored = await putObject(bytes);
  await inTransaction(async (tx) => {
    await registerObject(tx, actor, stored);
    await tx.minutesRound.updateMany({
      where: { ...number, pdfSha256: null, minutes: { round } },
      data: { pdfSha256: stored.sha256 },
    });
  });
}

const person = { select: { givenName: true, familyName: true } } as const;

const roundSelect = {
  number: true,
  proposedAt: true,
  termEndsAt: true,
  endedAs: true,
  endedAt: true,
  verdicts: { orderBy: { givenAt: "asc" }, select: { verdict: true, givenAt: true, person } },
  minutes: {
    select: {
      lang: true,
      points: minutesSelect.points,
      session: {
        select: {
          title: true,
          startsAt: true,
          endsAt: true,
          place: true,
          mode: true,
          programme: { select: { title: true } },
          attendance: {
            orderBy: { person: { familyName: "asc" } },
            select: { personId: true, present: true, person },
          },
          invitees: { select: { personId: true, organisation: { select: { shortName: true } } } },
        },
      },
    },
  },
} as const;
