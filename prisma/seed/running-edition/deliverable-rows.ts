import { enqueue } from "@/lib/platform/jobs/queue";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { bodies, type PilotChamber, referentOf } from "./cast";
import { momentOf, standing } from "./cell-moments";
import type { Attempt, Cell } from "./cells";
import { writeReviews, writeSubmissions } from "./deliverable-acts";
import { reviewStanding, stepRows } from "./deliverable-chains";
import type { Row, RowsInput, Sent } from "./deliverable-shape";
import { writeTalk } from "./deliverable-talk";
import { type StoredFile, storeFiles } from "./files";
import { answerFile, type Chamber, requests } from "./requests";

/** Writes the 48 deliverables with their files and all that was done about them. @returns their history */
export async function writeRows(seeding: Seeding, input: RowsInput): Promise<HistoryEntry[]> {
  const { tx } = seeding;
  const { cast, spaces, rows, due } = input;
  const { days } = input.edition;
  const sent: Sent[] = rows.flatMap((row) =>
    attemptsOf(row.cell).map((attempt, index) => {
      const at = momentOf(attempt.sent, row.dueDay, days);
      return { row, attempt, number: index + 1, at, versionId: identifier(at) };
    }),
  );
  const drafts = rows.flatMap((row) =>
    row.cell.draft ? [{ row, draft: row.cell.draft, at: momentOf(row.cell.draft.at, row.dueDay, days) }] : [],
  );
  const written = [
    ...sent.map(({ row, number, at }) => ({ row, number, at })),
    ...drafts.map(({ row, at }) => ({ row, number: 1, at })),
  ];
  const files = await storeFiles(
    await Promise.all(
      written.map(({ row, number, at }) => answerFile(row.position, chamberOf(row.slug), number, at)),
    ),
  );
  await tx.storedObject.createMany({
    data: files.map(({ sha256, size }) => ({ sha256, size: BigInt(size) })),
    skipDuplicates: true,
  });
  const withDocument = rows.filter((row) => row.documentId !== null);
  await tx.document.createMany({
    data: withDocument.map((row) => {
      const first = written.find((one) => one.row === row);
      return {
        id: row.documentId ?? "",
        spaceId: must(spaces.bodies, row.slug),
        kind: "DELIVERABLE" as const,
        title: requests[row.position - 1]?.title ?? "",
        createdById: authorOf(row, cast),
        createdAt: first?.at ?? days.now,
      };
    }),
  });
  const draftIds = new Map(drafts.map(({ row, at }) => [row, identifier(at)]));
  const readyDraft = (row: Row) => {
    const { draft } = row.cell;
    if (!draft?.isReady) return {};
    return {
      readyVersionId: must(draftIds, row),
      readyAt: new Date(momentOf(draft.at, row.dueDay, days).getTime() + 600_000),
      readyById: must(cast.people, draft.by),
    };
  };
  await tx.documentVersion.createMany({
    data: written.map(({ row, number, at }, index) => ({
      id: sent[index]?.versionId ?? draftIds.get(row) ?? identifier(at),
      documentId: row.documentId ?? "",
      number,
      ...versionOf(files[index]),
      note: row.cell.draft?.note ?? "",
      authorId: authorOf(row, cast),
      onBehalfOfId: must(cast.bodies, row.slug),
      createdAt: new Date(at.getTime() - 60_000),
    })),
  });
  await tx.deliverable.createMany({
    data: rows.map((row) => ({
      id: row.id,
      requestId: row.requestId,
      organisationId: must(cast.bodies, row.slug),
      documentId: row.documentId,
      ...standing(row, days, due),
      ...reviewStanding(row, sent, cast),
      ...readyDraft(row),
    })),
  });
  await tx.reviewStep.createMany({ data: stepRows(sent, cast) });
  for (const row of rows) {
    if (row.cell.state === "LOCKED") await enqueue(tx, "make-register", { deliverableId: row.id });
  }
  const submitted = await writeSubmissions(seeding, cast, sent);
  const history = await writeReviews(seeding, input, sent);
  const talk = await writeTalk(seeding, input, sent);
  const draftHistory = drafts.map(({ row, draft, at }) => ({
    kind: "documents.draftAdded" as const,
    at,
    by: must(cast.people, draft.by),
    subject: { kind: "deliverable", id: row.id },
    organisationId: must(cast.bodies, row.slug),
    data: { number: 1 },
  }));
  return [...submitted, ...history, ...talk, ...draftHistory];
}

/** All that was sent, what waits beside the version under review as well. */
function attemptsOf({ attempts, newer }: Cell): readonly Attempt[] {
  return newer ? [...attempts, { sent: newer }] : attempts;
}

function authorOf(row: Row, cast: Cast): string {
  return must(cast.people, row.cell.draft?.by ?? referentOf(row.slug));
}

function chamberOf(slug: PilotChamber): Chamber {
  const body = bodies.find((one) => one.slug === slug);
  if (!body) throw new Error(`No chamber ${slug}`);
  return { slug, name: body.name, shortName: body.shortName };
}

function versionOf(file: StoredFile | undefined) {
  if (!file) throw new Error("A version without a file");
  const { sha256, filename, mimeType, size } = file;
  return { objectSha256: sha256, filename, mimeType, size: BigInt(size) };
}
