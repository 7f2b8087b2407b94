import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { dueDays, dueHour, past, plus } from "./calendar";
import { type PilotChamber, pilotChambers, referentOf } from "./cast";
import { cells } from "./cells";
import { writeRows } from "./deliverable-rows";
import type { Row } from "./deliverable-shape";
import type { Spaces } from "./documents";
import type { Edition } from "./programme";
import { requests } from "./requests";
import type { SessionKey } from "./session-keys";
import type { TemplateKey } from "./shelves";

export type Deliverables = { ids: ReadonlyMap<string, string>; history: HistoryEntry[] };

export type DeliverablesInput = {
  edition: Edition;
  cast: Cast;
  spaces: Spaces;
  templates: ReadonlyMap<TemplateKey, string>;
  sessions: ReadonlyMap<SessionKey, string>;
};

/** The name under which a deliverable is found: "valfiorita/4". */
export const cellName = (slug: PilotChamber, position: number): string => `${slug}/${position}`;

const templateOf: Record<number, TemplateKey> = { 3: "census", 5: "matrix", 8: "report" };

/** The request before which the guide has to be read. */
const guidedRequest = 6;

/** Some have opened the guide, one has said so; the referent of the first chamber has still to read it. */
async function writeReadings({ tx }: Seeding, { cast, edition, templates }: DeliverablesInput) {
  const { days } = edition;
  const opened = (account: string, ago: number, isAcknowledged: boolean) => {
    const at = past(days, days.fromToday(-ago), "09:45");
    return {
      documentId: must(templates, "guide"),
      personId: must(cast.people, account),
      firstAt: at,
      lastAt: at,
      lastVersion: 1,
      acknowledgedAt: isAcknowledged ? at : null,
      acknowledgedVersion: isAcknowledged ? 1 : null,
    };
  };
  await tx.documentReading.createMany({
    data: [
      opened("staff.a", 3, true),
      opened(referentOf("rocca-serena"), 6, true),
      opened(referentOf("pontelungo"), 2, false),
    ],
  });
}

/** Writes the eight requests and the 48 deliverables in all their states, with files, numbers and reviews. */
export async function seedDeliverables(seeding: Seeding, input: DeliverablesInput): Promise<Deliverables> {
  const { tx, now } = seeding;
  const { days } = input.edition;
  const due = dueDays(days);
  const requestIds = requests.map(() => identifier(now));
  await tx.deliverableRequest.createMany({
    data: requests.map(({ session, reviewers: _reviewers, ...request }, index) => {
      const template = templateOf[index + 1];
      const dueDay = due[index] ?? days.today;
      return {
        ...request,
        id: requestIds[index] ?? "",
        programmeId: input.edition.id,
        position: index + 1,
        dueAt: romeInstant(dueDay, dueHour),
        cutOffAt: index === 7 ? endOfRomeDay(plus(dueDay, 10)) : null,
        templateDocumentId: template ? must(input.templates, template) : null,
        sessionId: must(input.sessions, session),
        createdAt: past(days, days.kickOff, "14:00"),
      };
    }),
  });
  await tx.requestReviewer.createMany({
    data: requests.flatMap(({ reviewers = [] }, index) =>
      reviewers.map((account, place) => ({
        requestId: requestIds[index] ?? "",
        position: place + 1,
        personId: must(input.cast.people, account),
      })),
    ),
  });
  await tx.requestMaterial.create({
    data: { requestId: requestIds[guidedRequest - 1] ?? "", documentId: must(input.templates, "guide") },
    select: { requestId: true },
  });
  await writeReadings(seeding, input);
  const rows = pilotChambers.flatMap((slug) =>
    cells[slug].map((cell, index): Row => {
      const isWritten = cell.attempts.length > 0 || cell.draft !== undefined;
      return {
        id: identifier(now),
        slug,
        position: index + 1,
        requestId: requestIds[index] ?? "",
        cell,
        dueDay: due[index] ?? days.today,
        documentId: isWritten ? identifier(now) : null,
      };
    }),
  );
  const history = await writeRows(seeding, { ...input, rows, due });
  const created = requestIds.map((id) => ({
    kind: "documents.requestCreated" as const,
    at: past(days, days.kickOff, "14:00"),
    by: must(input.cast.people, "coordinatore"),
    subject: { kind: "request", id },
    data: { bodies: pilotChambers.length },
  }));
  const ids = new Map(rows.map(({ slug, position, id }) => [cellName(slug, position), id]));
  return { ids, history: [...created, ...history] };
}
