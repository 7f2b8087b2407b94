import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import { people } from "./cast";
import { categories } from "./forum-texts";
import { renderSeeded } from "./forum-writing";
import type { Edition } from "./programme";

const posts = [
  {
    by: "esperto",
    day: 16,
    time: "15:50",
    text: "Ho messo fra i documenti del tavolo un **confronto** dei profili che cambiano. Quali provate voi?",
  },
  {
    by: "referente.a",
    day: 17,
    time: "09:05",
    text: "Da noi l’assistente ai servizi: rilascia già identità digitali allo sportello.",
  },
] as const;

/** Who reads all bodies, and who sits at the table. */
const readers = ["coordinatore", "esperto", "gemma.roverelli", "osservatore", "referente.a", "staff.b"];

/** Writes the category that only the first table reads, with what its people have said to each other. */
export async function seedTableForum({ tx }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days } = edition;
  const table = await tx.workingTable.findFirstOrThrow({
    where: { programmeId: edition.id, position: 1 },
    select: { id: true, title: true },
  });
  const written = posts.map((post, index) => {
    const at = past(days, days.fromKickOff(post.day), post.time);
    const body = people.find(({ account, role }) => account === post.by && role !== "EXPERT")?.body;
    return {
      ...post,
      at,
      id: identifier(at),
      number: index + 1,
      body: body ? must(cast.bodies, body) : null,
    };
  });
  const [first, last] = [written[0], written.at(-1)];
  if (!first || !last) return [];
  const threadId = identifier(first.at);
  const { id: categoryId } = await tx.category.create({
    data: {
      programmeId: edition.id,
      tableId: table.id,
      // After that in which the new introduce themselves.
      position: categories.length + 2,
      title: table.title,
      description: "Per chi siede al tavolo.",
    },
    select: { id: true },
  });
  await tx.thread.create({
    data: {
      id: threadId,
      categoryId,
      title: "Quali profili cambiano per primi?",
      state: "ANSWERED",
      authorId: must(cast.people, first.by),
      createdAt: first.at,
      lastPostAt: last.at,
      lastPostNumber: last.number,
      postCount: written.length,
    },
    select: { id: true },
  });
  await tx.post.createMany({
    data: written.map(({ id, number, by, body, text, at }) => {
      const { html, version } = renderSeeded(text);
      return {
        id,
        threadId,
        number,
        authorId: must(cast.people, by),
        onBehalfOfId: body,
        markdown: text,
        html,
        rendererVersion: version,
        createdAt: at,
      };
    }),
  });
  await tx.threadRead.createMany({
    data: readers.map((account) => ({
      personId: must(cast.people, account),
      threadId,
      lastReadNumber: written.length,
      readAt: last.at,
    })),
  });
  return written.map(({ id, number, by, body, at }) => ({
    kind: number === 1 ? ("forum.threadOpened" as const) : ("forum.posted" as const),
    at,
    by: must(cast.people, by),
    subject: { kind: "thread", id: threadId },
    organisationId: body,
    data: { postId: id, number },
  }));
}
