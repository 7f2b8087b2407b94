import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import { storeFiles, text } from "./files";
import type { Edition } from "./programme";

/** Texts to begin with of the whole portal: what those who animate a pilot ask again and again. */
const ofPortal = [
  {
    stage: "START",
    title: "Chi siamo e che cosa ci aspettiamo",
    markdown:
      "Presentate in due righe il vostro gruppo di lavoro. Che cosa vorreste poter dire di avere ottenuto, alla fine della sperimentazione?",
    uses: 4,
  },
  {
    stage: "WORK",
    title: "A che punto siamo",
    markdown:
      "Che cosa avete provato questa settimana? Che cosa ha funzionato, e che cosa rifareste in un altro modo?",
    uses: 7,
  },
  {
    stage: "MEETING",
    title: "Che cosa portiamo all’incontro",
    markdown: "Quale difficoltà vorreste discutere con gli altri enti? Scrivetela qui, prima dell’incontro.",
    uses: 3,
  },
  {
    stage: "DELIVERY",
    title: "Prima di consegnare",
    markdown:
      "La scadenza si avvicina: quale parte della consegna vi sembra ancora debole? Chiedete qui, chi l’ha già scritta può aiutare.",
    uses: 2,
  },
  {
    stage: "CLOSING",
    title: "Che cosa resta",
    markdown: "Che cosa continuerete a fare quando il programma sarà finito? Che cosa vi serve per farlo?",
    uses: 0,
  },
] as const;

/** Writes texts to begin with, posts that wait, and one that could not come. @returns their history */
export async function seedAnimation(
  { tx, now }: Seeding,
  edition: Edition,
  cast: Cast,
): Promise<HistoryEntry[]> {
  const { days, id: programmeId } = edition;
  const expert = must(cast.people, "esperto");
  const coordinator = must(cast.people, "coordinatore");
  await tx.prompt.createMany({
    data: ofPortal.map((prompt) => ({ ...prompt, id: identifier(now), addedAt: now })),
  });
  const own = { id: identifier(now), addedAt: past(days, days.fromToday(-9), "09:30") };
  await tx.prompt.create({
    data: {
      ...own,
      programmeId,
      stage: "WORK",
      title: "Un profilo difficile da raccordare",
      markdown: "Qual è il profilo che vi ha dato più da pensare nella matrice? Come l’avete risolto?",
      uses: 1,
      addedById: expert,
    },
    select: { id: true },
  });
  const category = await tx.category.findFirstOrThrow({
    where: { programmeId, isPublic: false },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const thread = await tx.thread.findFirstOrThrow({
    where: { title: { startsWith: "Competenze" }, category: { programmeId } },
    select: { id: true },
  });
  const session = await tx.session.findFirstOrThrow({
    where: { programmeId, state: "CONVENED", startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  const createdAt = past(days, days.fromToday(-1), "16:20");
  const waiting = {
    programmeId,
    authorId: coordinator,
    createdAt,
  };
  const ids = [identifier(now), identifier(now), identifier(now)] as const;
  await tx.scheduledPost.createMany({
    data: [
      {
        ...waiting,
        id: ids[0],
        categoryId: category.id,
        title: "Che cosa portiamo al prossimo incontro",
        markdown: ofPortal[2].markdown,
        anchor: "SESSION_START",
        sessionId: session.id,
        offsetDays: -3,
      },
      {
        ...waiting,
        id: ids[1],
        authorId: expert,
        threadId: thread.id,
        markdown: "Ci torniamo tra qualche giorno: intanto rileggete la **Parte seconda** del Manuale.",
        anchor: "MOMENT",
        at: new Date(now.getTime() + 5 * 86_400_000),
      },
      {
        ...waiting,
        id: ids[2],
        authorId: expert,
        threadId: thread.id,
        markdown: "Grazie a chi ha risposto: provo a riassumere.",
        anchor: "MOMENT",
        at: createdAt,
        createdAt: past(days, days.fromToday(-6), "10:05"),
        state: "REFUSED",
        refusal: "forum.threadLocked",
        decidedAt: createdAt,
      },
    ],
  });
  const [sheet] = await storeFiles([
    text("Scaletta_del_prossimo_incontro", [
      "Che cosa portiamo al prossimo incontro",
      "1. Una difficoltà, in una riga",
      "2. Che cosa avete già provato",
      "3. Che cosa chiedete agli altri enti",
    ]),
  ]);
  if (!sheet) throw new Error("The file of a post that waits was not stored");
  const { sha256: objectSha256, size: bytes, ...named } = sheet;
  const size = BigInt(bytes);
  await tx.storedObject.createMany({
    data: [{ sha256: objectSha256, size, createdAt }],
    skipDuplicates: true,
  });
  await tx.scheduledAttachment.create({
    data: { id: identifier(createdAt), scheduledId: ids[0], objectSha256, size, createdAt, ...named },
    select: { id: true },
  });
  return [
    {
      kind: "animation.promptAdded",
      at: own.addedAt,
      by: expert,
      subject: { kind: "prompt", id: own.id },
    },
    {
      kind: "animation.postScheduled",
      at: createdAt,
      by: coordinator,
      subject: { kind: "scheduledPost", id: ids[0] },
    },
  ];
}
