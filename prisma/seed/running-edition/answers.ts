import { endOfRomeDay } from "@/lib/platform/rome-time";
import { nextWorkingDay } from "@/lib/platform/working-days";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past, workingDayUpTo } from "./calendar";
import type { Edition } from "./programme";

type Owed = { title: string; asked: number; due: number; ended?: number };

/** Answers that the expert owes or owed: days from today on which they were asked for, are due, and were accepted. */
const owed: readonly Owed[] = [
  { title: "Quante attività in una scheda?", asked: -7, due: -1, ended: -6 },
  { title: "Profili senza corrispondenza: che cosa scrivere nella matrice", asked: -9, due: -2 },
  { title: "Competenze digitali nelle schede: un livello comune?", asked: -1, due: 4 },
];

/** What is asked often, by headings in their order: solved threads, and how many their answer has helped. */
const asked = [
  { title: "Partecipare", thread: "Si può partecipare agli incontri divulgativi senza aderire?", uses: 9 },
  { title: "Consegne", thread: "Orario delle scadenze", question: "Entro che ora si consegna?", uses: 14 },
  { title: "Schede dei profili", thread: "Quante attività in una scheda?", uses: 5 },
];

/** Writes who is to answer in the forum, one late and one in time, and what is asked often. @returns their history */
export async function seedAnswers(seeding: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  return [...(await seedOwed(seeding, edition, cast)), ...(await seedFaq(seeding, edition, cast))];
}

async function seedFaq({ tx, now }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days } = edition;
  const history: HistoryEntry[] = [];
  for (const [index, { title, thread, question = thread, uses }] of asked.entries()) {
    const { id: threadId, acceptedPostId } = await tx.thread.findFirstOrThrow({
      where: { title: thread, category: { programmeId: edition.id } },
      select: { id: true, acceptedPostId: true },
    });
    if (!acceptedPostId) throw new Error(`No accepted answer: ${thread}`);
    const sectionId = identifier(now);
    const addedAt = past(days, days.fromToday(-2), `11:${10 + index}`);
    const id = identifier(addedAt);
    const addedById = must(cast.people, "coordinatore");
    await tx.faqSection.create({
      data: { id: sectionId, programmeId: edition.id, position: index + 1, title },
      select: { id: true },
    });
    await tx.faqEntry.create({
      data: { id, sectionId, threadId, postId: acceptedPostId, question, uses, addedById, addedAt },
      select: { id: true },
    });
    history.push({
      kind: "forum.faqEntryAdded",
      at: addedAt,
      by: addedById,
      subject: { kind: "faqEntry", id },
      data: { threadId, postId: acceptedPostId, renewed: false },
    });
  }
  return history;
}

async function seedOwed({ tx }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days } = edition;
  const history: HistoryEntry[] = [];
  for (const { title, asked: askedOn, due, ended } of owed) {
    const thread = await tx.thread.findFirstOrThrow({
      where: { title, category: { programmeId: edition.id } },
      select: { id: true },
    });
    const assignedAt = past(days, days.fromToday(askedOn), "10:45");
    const lastDay = due < 0 ? workingDayUpTo(days.fromToday(due)) : nextWorkingDay(days.fromToday(due));
    const dueAt = endOfRomeDay(lastDay);
    const id = identifier(assignedAt);
    const people = {
      assigneeId: must(cast.people, "esperto"),
      assignedById: must(cast.people, "coordinatore"),
    };
    const endedAt = ended === undefined ? null : past(days, days.fromToday(ended), "12:00");
    const endedAs = endedAt && "SOLVED";
    await tx.threadAssignment.create({
      data: { id, threadId: thread.id, ...people, assignedAt, dueAt, endedAt, endedAs },
      select: { id: true },
    });
    history.push({
      kind: "forum.threadAssigned",
      at: assignedAt,
      by: people.assignedById,
      subject: { kind: "thread", id: thread.id },
      data: { assignmentId: id, assignee: people.assigneeId, previous: null, dueAt: dueAt.toISOString() },
    });
    if (endedAt)
      history.push({
        kind: "forum.assignmentEnded",
        at: endedAt,
        by: people.assignedById,
        subject: { kind: "thread", id: thread.id },
        data: { assignmentId: id, assignee: people.assigneeId, endedAs, isLate: endedAt > dueAt },
      });
  }
  return history;
}
