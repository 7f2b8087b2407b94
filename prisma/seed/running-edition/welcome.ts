import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { type Days, past } from "./calendar";
import { renderSeeded } from "./forum-writing";
import type { Edition } from "./programme";

/** Who has begun to take part of late: one has introduced herself already, the other has everything before him. */
export const newcomers = [
  {
    account: "lavinia.pervinca",
    givenName: "Lavinia",
    familyName: "Pervinca",
    body: "colle-d-ulivo",
    daysAgo: 9,
  },
  { account: "ottone.verbena", givenName: "Ottone", familyName: "Verbena", body: "pontelungo", daysAgo: 3 },
] as const;

const category = {
  title: "Presentazioni",
  description: "Chi siamo, da dove veniamo, che cosa ci aspettiamo.",
};
const thread = "Presentiamoci: chi siete e di che cosa vi occupate";
const posts = [
  {
    by: "coordinatore",
    daysAgo: 11,
    text: "Qui si presenta chi comincia a partecipare: due righe su di voi, sul vostro ufficio e su che cosa vorreste capire dalla sperimentazione. Comincio io: sono Ada, coordino il programma e rispondo volentieri a ogni domanda.",
  },
  {
    by: "esperto",
    daysAgo: 10,
    text: "Corrado, seguo il metodo dei profili. Mi interessa capire che cosa **non** torna nelle vostre matrici.",
  },
  {
    by: "lavinia.pervinca",
    daysAgo: 8,
    text: "Buongiorno, sono Lavinia, da poco all’ufficio personale di Colle d’Ulivo. Mi occuperò delle schede insieme a Bruno: chi ha già scritto quelle dello sportello?",
  },
] as const;

const welcome =
  "Siamo contenti di avervi con noi. Il programma dura fino alla primavera: **cinque incontri** in webconferenza e alcune consegne, che prepara il gruppo di lavoro del vostro ente.\n\nPer cominciare leggete i materiali informativi e scrivete due righe di presentazione: chi è arrivato prima di voi risponde volentieri.";

/**
 * Writes how the new are welcomed, where they introduce themselves, and two of them. They come after all the rest, so that
 * they are in nothing that was before them. @returns their history
 */
export async function seedWelcome(
  { tx, now }: Seeding,
  { days, id: programmeId }: Edition,
  cast: Cast,
): Promise<HistoryEntry[]> {
  const people = new Map(cast.people);
  const history: HistoryEntry[] = [];
  const { passwordHash } = await tx.person.findUniqueOrThrow({
    where: { id: must(cast.people, "coordinatore") },
    select: { passwordHash: true },
  });
  for (const { account, givenName, familyName, body, daysAgo } of newcomers) {
    const at = on(days, daysAgo, "09:15");
    const id = identifier(at);
    people.set(account, id);
    const organisationId = must(cast.bodies, body);
    await tx.person.create({
      data: {
        id,
        givenName,
        familyName,
        email: `${account}@demo.test`,
        passwordHash,
        isDemo: true,
        createdAt: at,
        roles: { create: { role: "STAFF", programmeId, organisationId, fromAt: at } },
      },
      select: { id: true },
    });
    const role = {
      kind: "people.roleAssigned",
      subject: { kind: "person", id },
      data: { role: "STAFF" },
    } as const;
    history.push({ ...role, at, by: id, organisationId });
  }
  const { id: categoryId } = await tx.category.create({
    data: { id: identifier(now), programmeId, position: 5, isPublic: false, ...category },
    select: { id: true },
  });
  const written = posts.map((post, index) => {
    const at = on(days, post.daysAgo, "10:40");
    const body = newcomers.find(({ account }) => account === post.by)?.body;
    return {
      at,
      id: identifier(at),
      number: index + 1,
      authorId: must(people, post.by),
      onBehalfOfId: body ? must(cast.bodies, body) : null,
      text: post.text,
    };
  });
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last) throw new Error("Nobody introduces themselves");
  const threadId = identifier(first.at);
  await tx.thread.create({
    data: {
      id: threadId,
      categoryId,
      title: thread,
      state: "ANSWERED",
      isPinned: true,
      authorId: first.authorId,
      createdAt: first.at,
      lastPostAt: last.at,
      lastPostNumber: last.number,
      postCount: written.length,
    },
    select: { id: true },
  });
  await tx.post.createMany({
    data: written.map(({ at, text, ...post }) => {
      const { html, version: rendererVersion } = renderSeeded(text);
      return { ...post, threadId, markdown: text, html, rendererVersion, createdAt: at };
    }),
  });
  // Read by everybody who was there before: it is no news for them.
  await tx.threadRead.createMany({
    data: [...cast.people.values(), last.authorId].map((personId) => ({
      personId,
      threadId,
      lastReadNumber: last.number,
      readAt: last.at,
    })),
  });
  const changedAt = on(days, 11, "11:05");
  const { html, version: rendererVersion } = renderSeeded(welcome);
  await tx.programmeWelcome.create({
    data: { programmeId, markdown: welcome, html, rendererVersion, threadId, changedAt },
    select: { programmeId: true },
  });
  history.push({
    kind: "animation.welcomeWritten",
    at: changedAt,
    by: first.authorId,
    subject: { kind: "welcome", id: programmeId },
  });
  for (const { id: postId, number, at, authorId, onBehalfOfId } of written)
    history.push({
      kind: number === 1 ? "forum.threadOpened" : "forum.posted",
      at,
      by: authorId,
      subject: { kind: "thread", id: threadId },
      organisationId: onBehalfOfId,
      data: { postId, number },
    });
  return history;
}

function on(days: Days, daysAgo: number, time: string): Date {
  return past(days, days.fromToday(-daysAgo), time);
}
