import { renderMarkdown } from "@/lib/platform/markdown";
import { fromDateOnly } from "@/lib/platform/rome-time";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { dueDays, minutesAgo, past } from "./calendar";
import type { PilotChamber } from "./cast";
import { cellName, type Deliverables } from "./deliverables";
import type { Edition } from "./programme";
import { inWords } from "./programme-texts";
import type { SessionKey } from "./session-keys";

/** Employees with the new profile; null = the figure was asked for and did not come. */
const assigned: readonly { body: PilotChamber; value: number | null; total: number | null }[] = [
  { body: "valfiorita", value: 118, total: 142 },
  { body: "rocca-serena", value: 96, total: 96 },
  { body: "pontelungo", value: 84, total: 118 },
  { body: "borgo-marittimo", value: 31, total: 74 },
  { body: "colle-d-ulivo", value: null, total: null },
  { body: "terrefonde", value: 83, total: 125 },
];

export type OutcomesInput = {
  edition: Edition;
  cast: Cast;
  sessions: ReadonlyMap<SessionKey, string>;
  deliverables: Deliverables;
};

/** Writes the indicator with its measurements, two published outcomes and a draft. @returns their history */
export async function seedOutcomes({ tx, now }: Seeding, input: OutcomesInput): Promise<HistoryEntry[]> {
  const { edition, cast, sessions, deliverables } = input;
  const { days, plan } = edition;
  const observed = dueDays(days)[4] ?? days.today;
  const final = plan.sessions.at(-1)?.starts.moved ?? now;
  const indicatorId = identifier(now);
  await tx.indicator.create({
    data: {
      id: indicatorId,
      programmeId: edition.id,
      position: 1,
      title: "Dipendenti con il nuovo profilo assegnato",
      description: "Dipendenti in servizio ai quali la Camera ha assegnato un profilo del nuovo sistema.",
      unit: "dipendenti",
      isShare: true,
      target: 100,
      targetOn: final,
      isPublic: true,
    },
    select: { id: true },
  });
  await tx.measurement.createMany({
    data: assigned.map(({ body, value, total }) => ({
      indicatorId,
      organisationId: must(cast.bodies, body),
      observedOn: fromDateOnly(observed),
      value,
      total,
      source: "Matrice di raccordo dei profili",
      createdAt: past(days, observed, "17:30"),
    })),
  });
  const coordinator = must(cast.people, "coordinatore");
  const outcomes = [
    {
      id: identifier(now),
      title: "Tre dipendenti su quattro hanno già il nuovo profilo",
      text: `412 dipendenti su 555 hanno un profilo del nuovo sistema, in cinque Camere pilota su sei; la Camera di Colle d’Ulivo non ha ancora comunicato il dato. Rilevato il ${inWords(observed)} dalle matrici di raccordo.`,
      publishedAt: minutesAgo(days, 2 * 1440),
      sessionId: must(sessions, "first"),
      deliverableId: must(deliverables.ids, cellName("rocca-serena", 5)),
      indicatorId,
    },
    {
      id: identifier(now),
      title: "La traccia di colloquio è ora materiale a riuso",
      text: "La traccia per il colloquio con i responsabili d’ufficio, nata dal piano di comunicazione interna della Camera di Rocca Serena, è a disposizione di tutte le Camere con licenza CC-BY 4.0.",
      publishedAt: minutesAgo(days, 7 * 1440),
      sessionId: must(sessions, "first"),
      deliverableId: must(deliverables.ids, cellName("rocca-serena", 4)),
      indicatorId: null,
    },
    {
      id: identifier(now),
      title: "Uno schema comune per le competenze digitali",
      text: "Le sei Camere lavorano a tre livelli comuni per descrivere le competenze digitali nelle schede di profilo.",
      publishedAt: null,
      sessionId: null,
      deliverableId: null,
      indicatorId: null,
    },
  ];
  await tx.outcome.createMany({
    data: outcomes.map((outcome) => ({
      ...outcome,
      programmeId: edition.id,
      textHtml: renderMarkdown(outcome.text).html,
      createdAt: outcome.publishedAt ?? minutesAgo(days, 300),
    })),
  });
  return [
    {
      kind: "programmes.measurementsRecorded",
      at: past(days, observed, "17:30"),
      by: coordinator,
      subject: { kind: "indicator", id: indicatorId },
      data: { figures: assigned.length },
    },
    ...outcomes.map(({ id, publishedAt }): HistoryEntry => {
      const subject = { kind: "outcome", id };
      return publishedAt
        ? { kind: "programmes.outcomePublished", at: publishedAt, by: coordinator, subject }
        : {
            kind: "programmes.outcomeProposed",
            at: minutesAgo(days, 300),
            by: must(cast.people, "esperto"),
            subject,
          };
    }),
  ];
}
