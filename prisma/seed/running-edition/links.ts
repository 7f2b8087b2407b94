import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import type { Edition } from "./programme";

/** Threads of the demonstration and what they are about, by words of each. */
const linked = [
  { thread: "Come ricollocare chi svolge due profili?", decision: "Dove le attività appartengono" },
  { thread: "Profili senza corrispondenza", deliverable: "Matrice", body: "valfiorita" },
  { thread: "Traccia per il colloquio", point: "comunicazione" },
  { thread: "Orario delle scadenze", decision: "Il forum è il luogo" },
] as const;

/** Links discussions with points of agendas, decisions and deliverables. @returns their history */
export async function seedLinks({ tx }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days, id: programmeId } = edition;
  const linkedById = must(cast.people, "coordinatore");
  const history: HistoryEntry[] = [];
  for (const [index, one] of linked.entries()) {
    const { id: threadId } = await tx.thread.findFirstOrThrow({
      where: { title: { startsWith: one.thread }, category: { programmeId } },
      select: { id: true },
    });
    const target = await targetOf(tx, programmeId, one);
    const linkedAt = past(days, days.fromToday(-2), `12:${10 + index}`);
    const id = identifier(linkedAt);
    await tx.threadLink.create({
      data: { id, threadId, ...target.columns, linkedById, linkedAt },
      select: { id: true },
    });
    history.push({
      kind: "discussions.linked",
      at: linkedAt,
      by: linkedById,
      subject: { kind: "thread", id: threadId },
      data: { linkId: id, kind: target.kind, target: target.id },
    });
  }
  return history;
}

type Linked = (typeof linked)[number];

async function targetOf(tx: Seeding["tx"], programmeId: string, one: Linked) {
  if ("decision" in one) {
    const { id } = await tx.decision.findFirstOrThrow({
      where: { text: { startsWith: one.decision }, point: { minutes: { session: { programmeId } } } },
      select: { id: true },
    });
    return { kind: "decision", id, columns: { decisionId: id } };
  }
  if ("deliverable" in one) {
    const { id } = await tx.deliverable.findFirstOrThrow({
      where: {
        organisation: { slug: one.body },
        request: { programmeId, title: { contains: one.deliverable } },
      },
      select: { id: true },
    });
    return { kind: "deliverable", id, columns: { deliverableId: id } };
  }
  const { id } = await tx.agendaItem.findFirstOrThrow({
    where: { title: { contains: one.point, mode: "insensitive" }, session: { programmeId } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return { kind: "point", id, columns: { agendaItemId: id } };
}
