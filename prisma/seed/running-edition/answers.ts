import { endOfRomeDay } from "@/lib/platform/rome-time";
import { nextWorkingDay } from "@/lib/platform/working-days";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past, workingDayUpTo } from "./calendar";
import type { Edition } from "./programme";

/** Answers that the expert owes: days from today on which they were asked for and are due. */
const owed = [
  { title: "Profili senza corrispondenza: che cosa scrivere nella matrice", asked: -9, due: -2 },
  { title: "Competenze digitali nelle schede: un livello comune?", asked: -1, due: 4 },
];

/** Writes who is to answer in the forum, one late and one in time. @returns their history */
export async function seedAnswers({ tx }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days } = edition;
  const history: HistoryEntry[] = [];
  for (const { title, asked, due } of owed) {
    const thread = await tx.thread.findFirstOrThrow({
      where: { title, category: { programmeId: edition.id } },
      select: { id: true },
    });
    const assignedAt = past(days, days.fromToday(asked), "10:15");
    const lastDay = due < 0 ? workingDayUpTo(days.fromToday(due)) : nextWorkingDay(days.fromToday(due));
    const dueAt = endOfRomeDay(lastDay);
    const id = identifier(assignedAt);
    const people = {
      assigneeId: must(cast.people, "esperto"),
      assignedById: must(cast.people, "coordinatore"),
    };
    await tx.threadAssignment.create({
      data: { id, threadId: thread.id, ...people, assignedAt, dueAt },
      select: { id: true },
    });
    history.push({
      kind: "forum.threadAssigned",
      at: assignedAt,
      by: people.assignedById,
      subject: { kind: "thread", id: thread.id },
      data: { assignmentId: id, assignee: people.assigneeId, previous: null, dueAt: dueAt.toISOString() },
    });
  }
  return history;
}
