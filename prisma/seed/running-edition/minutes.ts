import { systemActor } from "@/lib/platform/actor";
import { enqueue } from "@/lib/platform/jobs/queue";
import { renderMarkdown } from "@/lib/platform/markdown";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { rewriteText } from "@/lib/sessions/minutes/commands";
import { termEndsAt, usualDays } from "@/lib/sessions/minutes/term";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo, past, plus } from "./calendar";
import { assistanceMinutes, kickOffMinutes, type MinutesText, type PartText } from "./minutes-texts";
import type { Edition } from "./programme";
import { inWords } from "./programme-texts";
import type { SessionKey } from "./session-keys";

type Held = { id: string; day: string; present: string[] };

/**
 * Writes the minutes of the two sessions that were held: those of the kick-off approved by all and published, those of the
 * first session proposed two days ago and waiting for most of those who attended. @returns their history
 */
export async function seedMinutes(
  seeding: Seeding,
  edition: Edition,
  cast: Cast,
  sessions: ReadonlyMap<SessionKey, string>,
): Promise<HistoryEntry[]> {
  const { days } = edition;
  const kickOff = await heldSession(seeding, must(sessions, "kickOff"));
  const first = await heldSession(seeding, must(sessions, "first"));
  const write = { edition, cast };
  await writeParts(seeding, write, kickOff, kickOffMinutes(inWords(days.kickOff)));
  await writeParts(seeding, write, first, assistanceMinutes);
  const by = must(cast.people, "coordinatore");
  const agreed = await approved(seeding, edition, kickOff, by);
  const asked = await waiting(seeding, edition, first, {
    by,
    agreed: ["esperto", "livio.tamerice"].map((account) => must(cast.people, account)),
  });
  return [...agreed, ...asked];
}

async function heldSession({ tx }: Seeding, id: string): Promise<Held> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id },
    select: { startsAt: true, attendance: { where: { present: true }, select: { personId: true } } },
  });
  return {
    id,
    day: romeDay(session.startsAt),
    present: session.attendance.map((one) => one.personId),
  };
}

async function writeParts(
  seeding: Seeding,
  { edition, cast }: { edition: Edition; cast: Cast },
  session: Held,
  minutes: MinutesText,
): Promise<void> {
  const { tx, now } = seeding;
  const writtenAt = past(edition.days, session.day, "17:30");
  await tx.sessionMinutes.create({
    data: { sessionId: session.id, updatedAt: writtenAt },
    select: { sessionId: true },
  });
  const agenda = await tx.agendaItem.findMany({
    where: { sessionId: session.id },
    orderBy: { position: "asc" },
    select: { id: true, position: true, title: true },
  });
  const parts = [
    { ...minutes.opening, position: -1, title: "", agendaItemId: null },
    ...agenda.map(({ id, position, title }, index) => ({
      ...minutes.points[index],
      text: minutes.points[index]?.text ?? "",
      position,
      title,
      agendaItemId: id,
    })),
  ].map((part) => ({ ...part, id: identifier(writtenAt) }));
  await tx.minutesPoint.createMany({
    data: parts.map(({ id, position, title, agendaItemId, text }) => ({
      ...{ id, position, title, agendaItemId, markdown: text, html: renderMarkdown(text).html },
      sessionId: session.id,
      writtenById: must(cast.people, "esperto"),
      writtenAt,
    })),
  });
  await writeRows(seeding, { edition, cast }, { session, parts, createdAt: writtenAt });
  await rewriteText(tx, systemActor("demonstration", now), session.id);
}

async function writeRows(
  { tx }: Seeding,
  { edition, cast }: { edition: Edition; cast: Cast },
  written: { session: Held; parts: (PartText & { id: string })[]; createdAt: Date },
): Promise<void> {
  const { session, parts, createdAt } = written;
  const requests = await tx.deliverableRequest.findMany({
    where: { programmeId: edition.id },
    select: { id: true, title: true },
  });
  const requestIds = new Map(requests.map((one) => [one.title, one.id]));
  await tx.decision.createMany({
    data: parts.flatMap(({ id, decisions = [] }) =>
      decisions.map(({ text, request }, index) => ({
        pointId: id,
        position: index + 1,
        text,
        requestId: request ? must(requestIds, request) : null,
        createdAt,
      })),
    ),
  });
  await tx.task.createMany({
    data: parts.flatMap(({ id, tasks = [] }) =>
      tasks.map(({ text, owner, dueAfter, doneAfter }, index) => ({
        pointId: id,
        position: index + 1,
        text,
        ownerId: must(cast.people, owner),
        dueOn: fromDateOnly(plus(session.day, dueAfter)),
        doneAt: doneAfter ? past(edition.days, plus(session.day, doneAfter), "12:10") : null,
        doneById: doneAfter ? must(cast.people, owner) : null,
        createdAt,
      })),
    ),
  });
}

/** Proposed the day after, approved by everybody who was there, published on the eighth day. */
async function approved(
  seeding: Seeding,
  { days }: Edition,
  session: Held,
  by: string,
): Promise<HistoryEntry[]> {
  const { tx } = seeding;
  const proposedAt = past(days, plus(session.day, 1), "09:40");
  const verdicts = session.present.map((personId, index) => ({
    personId,
    givenAt: past(days, plus(session.day, 1 + Math.ceil((index + 1) / 4)), `1${index % 8}:05`),
  }));
  const endedAt = new Date(Math.max(...verdicts.map((one) => one.givenAt.getTime())));
  const publishedAt = past(days, plus(session.day, 8), "09:30");
  await propose(seeding, session, { proposedAt, by, verdicts });
  await tx.minutesRound.update({
    where: { sessionId_number: { sessionId: session.id, number: 1 } },
    data: { endedAs: "APPROVED_BY_ALL", endedAt },
  });
  await tx.sessionMinutes.update({
    where: { sessionId: session.id },
    data: { state: "PUBLISHED", termEndsAt: null, publishedAt, updatedAt: publishedAt },
  });
  await enqueue(tx, "make-minutes-pdf", { sessionId: session.id, round: 1 });
  const about = { subject: { kind: "session", id: session.id }, data: { round: 1 } };
  const last = verdicts.toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0]?.personId ?? by;
  return [
    ...proposal(session, { proposedAt, by, verdicts }),
    { kind: "sessions.minutesApproved", at: endedAt, by: last, ...about },
    { kind: "sessions.minutesPublished", at: publishedAt, by, subject: about.subject },
  ];
}

/** Proposed two days ago; a few have answered. */
async function waiting(
  seeding: Seeding,
  { days }: Edition,
  session: Held,
  { by, agreed }: { by: string; agreed: string[] },
): Promise<HistoryEntry[]> {
  const proposedAt = minutesAgo(days, 2 * 1440);
  const verdicts = agreed.map((personId, index) => ({
    personId,
    givenAt: minutesAgo(days, (20 - 3 * index) * 60),
  }));
  await propose(seeding, session, { proposedAt, by, verdicts });
  return proposal(session, { proposedAt, by, verdicts });
}

type Proposal = { proposedAt: Date; by: string; verdicts: { personId: string; givenAt: Date }[] };

async function propose({ tx }: Seeding, session: Held, proposal: Proposal): Promise<void> {
  const { proposedAt, by, verdicts } = proposal;
  const ends = termEndsAt(proposedAt, usualDays);
  const { text } = await tx.sessionMinutes.update({
    where: { sessionId: session.id },
    data: { state: "PROPOSED", round: 1, termEndsAt: ends, version: { increment: 1 }, updatedAt: proposedAt },
    select: { text: true },
  });
  await tx.minutesRound.create({
    data: {
      sessionId: session.id,
      number: 1,
      text,
      proposedById: by,
      proposedAt,
      termEndsAt: ends,
      verdicts: { create: verdicts.map((one) => ({ ...one, verdict: "APPROVED" as const })) },
    },
    select: { number: true },
  });
}

function proposal(session: Held, { proposedAt, by, verdicts }: Proposal): HistoryEntry[] {
  const about = { subject: { kind: "session", id: session.id }, data: { round: 1 } };
  return [
    { kind: "sessions.minutesProposed", at: proposedAt, by, ...about },
    ...verdicts.map(
      ({ personId, givenAt }): HistoryEntry => ({
        kind: "sessions.minutesAgreed",
        at: givenAt,
        by: personId,
        ...about,
      }),
    ),
  ];
}
