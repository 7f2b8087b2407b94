import { renderMarkdown } from "@/lib/platform/markdown";
import { endOfRomeDay } from "@/lib/platform/rome-time";
import type { HistoryEntry } from "../history";
import { must, type Seeding } from "../store";
import { past } from "./calendar";
import { type PilotChamber, referentOf } from "./cast";
import type { RowsInput, Sent } from "./deliverable-shape";

type Cell = { slug: PilotChamber; position: number };
const borgo: Cell = { slug: "borgo-marittimo", position: 5 };
const valfiorita: Cell = { slug: "valfiorita", position: 7 };
const pontelungo: Cell = { slug: "pontelungo", position: 4 };
const toCorrect: Cell = { slug: "valfiorita", position: 4 };

/** What bodies asked for, remarks on versions and messages: an open request, one refused, a remark settled and one open. */
export async function writeTalk(
  { tx }: Seeding,
  { cast, edition: { days }, rows }: RowsInput,
  sent: readonly Sent[],
): Promise<HistoryEntry[]> {
  const rowOf = ({ slug, position }: Cell) => {
    const row = rows.find((one) => one.slug === slug && one.position === position);
    if (!row) throw new Error(`No deliverable ${slug}/${position}`);
    return row;
  };
  const at = (ago: number, time: string) => past(days, days.fromToday(-ago), time);
  const person = (account: string) => must(cast.people, account);
  const asked = [
    {
      row: rowOf(borgo),
      state: "OPEN" as const,
      wanted: 8,
      reason: "Due componenti del gruppo di lavoro sono impegnati nella chiusura del bilancio.",
      askedAt: at(1, "16:20"),
      decidedAt: null,
      answer: "",
    },
    {
      row: rowOf(valfiorita),
      state: "REFUSED" as const,
      wanted: 40,
      reason: "Chiediamo di consegnare dopo l’incontro di chiusura.",
      askedAt: at(6, "10:05"),
      decidedAt: at(5, "11:40"),
      answer: "Le schede servono prima dell’incontro: possiamo parlarne se mancano pochi giorni.",
    },
  ];
  await tx.extensionRequest.createMany({
    data: asked.map(({ row, wanted, state, reason, askedAt, decidedAt, answer }) => ({
      deliverableId: row.id,
      state,
      wantedDueAt: endOfRomeDay(days.fromToday(wanted)),
      reason,
      askedById: person(referentOf(row.slug)),
      askedAt,
      decidedById: decidedAt ? person("coordinatore") : null,
      decidedAt,
      answer,
    })),
  });
  const read = (cell: Cell) => {
    const row = rowOf(cell);
    const opened = sent.filter((one) => one.row === row && one.attempt.opened).at(-1);
    if (!opened) throw new Error(`Nobody has read ${cell.slug}/${cell.position}`);
    return { deliverableId: row.id, versionId: opened.versionId };
  };
  await tx.reviewComment.createMany({
    data: [
      {
        ...read(pontelungo),
        page: 1,
        text: "Il calendario non dice chi tiene la riunione di servizio.",
        authorId: person("coordinatore"),
        createdAt: at(6, "11:10"),
        resolvedAt: at(5, "09:30"),
        resolvedById: person(referentOf("pontelungo")),
      },
      {
        ...read(pontelungo),
        text: "Manca un canale per chi lavora fuori sede: indicarne almeno uno.",
        authorId: person("coordinatore"),
        createdAt: at(6, "11:15"),
      },
      {
        ...read(toCorrect),
        page: 1,
        text: "Qui servono i destinatari, ufficio per ufficio.",
        authorId: person("coordinatore"),
        createdAt: at(5, "10:20"),
      },
    ],
  });
  const messages = [
    {
      row: rowOf(toCorrect),
      by: referentOf("valfiorita"),
      side: "BODY" as const,
      markdown: "Per gli uffici con **una sola persona** basta il nome dell’ufficio, senza il codice?",
      writtenAt: at(4, "12:15"),
    },
    {
      row: rowOf(toCorrect),
      by: "coordinatore",
      side: "REVIEWERS" as const,
      markdown: "Sì. Indicate solo:\n\n- l’ufficio\n- chi tiene il colloquio",
      writtenAt: at(4, "15:40"),
    },
  ];
  await tx.deliverableMessage.createMany({
    data: messages.map(({ row, by, side, markdown, writtenAt }) => {
      const { html, version } = renderMarkdown(markdown);
      return {
        deliverableId: row.id,
        side,
        markdown,
        html,
        rendererVersion: version,
        authorId: person(by),
        writtenAt,
      };
    }),
  });
  return asked.flatMap(({ row, askedAt, decidedAt }) => {
    const about = {
      subject: { kind: "deliverable", id: row.id },
      organisationId: must(cast.bodies, row.slug),
    };
    return [
      { kind: "documents.extensionAsked" as const, at: askedAt, by: person(referentOf(row.slug)), ...about },
      ...(decidedAt
        ? [
            {
              kind: "documents.extensionRefused" as const,
              at: decidedAt,
              by: person("coordinatore"),
              ...about,
            },
          ]
        : []),
    ];
  });
}
