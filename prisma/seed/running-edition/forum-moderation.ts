import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo } from "./calendar";
import type { Edition } from "./programme";

type WrittenThread = { thread: { title: string }; posts: { id: string; number: number; by: string }[] };

/** A post that waits for the moderators, one on which they have decided, and two warnings. @returns their history */
export async function seedModeration(
  { tx }: Seeding,
  { edition, cast, threads }: { edition: Edition; cast: Cast; threads: WrittenThread[] },
): Promise<HistoryEntry[]> {
  const { days } = edition;
  const person = (account: string) => must(cast.people, account);
  const postOf = (title: string, number: number) => {
    const post = threads.find((one) => one.thread.title.startsWith(title))?.posts[number - 1];
    if (!post) throw new Error(`No post ${number} in ${title}`);
    return post;
  };
  const waiting = { id: identifier(minutesAgo(days, 95)), post: postOf("Traccia", 5) };
  const decided = { id: identifier(minutesAgo(days, 3_000)), post: postOf("Informativa", 3) };
  await tx.flagCase.createMany({
    data: [
      {
        id: waiting.id,
        postId: waiting.post.id,
        programmeId: edition.id,
        openedAt: minutesAgo(days, 95),
      },
      {
        id: decided.id,
        postId: decided.post.id,
        programmeId: edition.id,
        openedAt: minutesAgo(days, 3_000),
        decidedAt: minutesAgo(days, 2_800),
        outcome: "DISMISSED",
        decidedById: person("coordinatore"),
      },
    ],
  });
  await tx.postFlag.createMany({
    data: [
      {
        caseId: waiting.id,
        personId: person("referente.a"),
        reason: "PERSONAL_DATA",
        text: "Si capisce di quale collega si parla.",
        createdAt: minutesAgo(days, 95),
      },
      {
        caseId: waiting.id,
        personId: person("orsola.brezzi"),
        reason: "OFF_TOPIC",
        createdAt: minutesAgo(days, 60),
      },
      {
        caseId: decided.id,
        personId: person("staff.b"),
        reason: "OTHER",
        text: "La data dell’informativa mi sembra sbagliata.",
        createdAt: minutesAgo(days, 3_000),
      },
    ],
  });
  const warned = (account: string, post: { id: string }) => ({
    postId: post.id,
    programmeId: edition.id,
    personId: person(account),
    warnedById: person("coordinatore"),
  });
  const older = { id: identifier(minutesAgo(days, 8_000)), post: postOf("Quante", 3) };
  const open = { id: identifier(minutesAgo(days, 600)), post: postOf("Una scheda", 1) };
  await tx.postWarning.createMany({
    data: [
      {
        id: older.id,
        ...warned("staff.b", older.post),
        reason: "PERSONAL_DATA",
        text: "Nei messaggi non si scrivono i nomi delle colleghe e dei colleghi: basta il profilo.",
        createdAt: minutesAgo(days, 8_000),
        acknowledgedAt: minutesAgo(days, 7_000),
      },
      {
        id: open.id,
        ...warned("staff.a", open.post),
        reason: "OFF_TOPIC",
        text: "Qui si parla di come si scrivono le schede: per la matrice c’è la categoria «Raccordo dei profili».",
        createdAt: minutesAgo(days, 600),
      },
    ],
  });
  const event = (
    kind: `forum.${string}`,
    [minutes, by]: [number, string],
    subject: HistoryEntry["subject"],
    data: NonNullable<HistoryEntry["data"]>,
  ): HistoryEntry => ({ kind, at: minutesAgo(days, minutes), by: person(by), subject, data });
  const flagCase = (id: string) => ({ kind: "flagCase", id });
  const warning = (id: string) => ({ kind: "warning", id });
  return [
    event("forum.flagged", [95, "referente.a"], flagCase(waiting.id), { reason: "PERSONAL_DATA" }),
    event("forum.flagAdded", [60, "orsola.brezzi"], flagCase(waiting.id), { reason: "OFF_TOPIC" }),
    event("forum.flagged", [3_000, "staff.b"], flagCase(decided.id), { reason: "OTHER" }),
    event("forum.flagsDecided", [2_800, "coordinatore"], flagCase(decided.id), {
      outcome: "DISMISSED",
      flags: 1,
    }),
    event("forum.authorWarned", [8_000, "coordinatore"], warning(older.id), {
      person: person("staff.b"),
      postId: older.post.id,
      reason: "PERSONAL_DATA",
    }),
    event("forum.warningAcknowledged", [7_000, "staff.b"], warning(older.id), { person: person("staff.b") }),
    event("forum.authorWarned", [600, "coordinatore"], warning(open.id), {
      person: person("staff.a"),
      postId: open.post.id,
      reason: "OFF_TOPIC",
    }),
  ];
}
