import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import { type PilotChamber, pilotChambers } from "./cast";
import { storeFiles } from "./files";
import { seedFolders, seedRemovals } from "./folders";
import type { Edition } from "./programme";
import { shelvesOf, type TemplateKey } from "./shelves";

export type Spaces = { common: string; bodies: ReadonlyMap<PilotChamber, string> };
/** Writes the spaces with study, exchange and information documents; deliverables come with their requests. */
export async function seedDocuments(
  { tx, now }: Seeding,
  edition: Edition,
  cast: Cast,
): Promise<{ spaces: Spaces; templates: ReadonlyMap<TemplateKey, string>; history: HistoryEntry[] }> {
  const common = identifier(now);
  const bodies = new Map(pilotChambers.map((slug) => [slug, identifier(now)]));
  await tx.documentSpace.createMany({
    data: [
      { id: common, programmeId: edition.id },
      ...[...bodies].map(([slug, id]) => ({
        id,
        programmeId: edition.id,
        organisationId: must(cast.bodies, slug),
      })),
    ],
  });
  const folders = await seedFolders({ tx, now }, edition, { cast, spaces: { common, bodies } });
  const shelves = await shelvesOf(edition);
  const stored = await storeFiles(shelves.map(({ file }) => file));
  await tx.storedObject.createMany({
    data: stored.map(({ sha256, size }) => ({ sha256, size: BigInt(size) })),
    skipDuplicates: true,
  });
  const rows = shelves.map((shelf, index) => {
    const at = past(edition.days, edition.days.fromKickOff(shelf.day), "09:10");
    return { shelf, at, id: identifier(at), file: stored[index] };
  });
  const removals = await seedRemovals(
    { tx, now },
    edition,
    rows.flatMap(({ shelf, id }) =>
      shelf.removedAgo === undefined
        ? []
        : [{ documentId: id, spaceId: common, daysAgo: shelf.removedAgo, by: must(cast.people, shelf.by) }],
    ),
  );
  await tx.document.createMany({
    data: rows.map(({ shelf, at, id }) => ({
      id,
      spaceId: shelf.space === "common" ? common : must(bodies, shelf.space),
      folderId: shelf.folder ? must(folders.ids, shelf.folder) : null,
      removedAt: removals.of.get(id)?.at ?? null,
      removalId: removals.of.get(id)?.removalId ?? null,
      kind: shelf.kind,
      title: shelf.title,
      note: shelf.note,
      isPublic: shelf.isPublic ?? false,
      createdById: must(cast.people, shelf.by),
      createdAt: at,
    })),
  });
  await tx.documentVersion.createMany({
    data: rows.flatMap(({ shelf, at, id, file }) =>
      file
        ? [
            {
              documentId: id,
              number: 1,
              objectSha256: file.sha256,
              filename: file.filename,
              mimeType: file.mimeType,
              size: BigInt(file.size),
              authorId: must(cast.people, shelf.by),
              onBehalfOfId: shelf.space === "common" ? null : must(cast.bodies, shelf.space),
              createdAt: at,
            },
          ]
        : [],
    ),
  });
  const added = rows.map(({ shelf, at, id }) => ({
    kind: "documents.added" as const,
    at,
    by: must(cast.people, shelf.by),
    subject: { kind: "document", id },
    organisationId: shelf.space === "common" ? null : must(cast.bodies, shelf.space),
    data: { documentKind: shelf.kind },
  }));
  const templates = new Map(rows.flatMap(({ shelf, id }) => (shelf.key ? [[shelf.key, id] as const] : [])));
  const history = [...folders.history, ...added, ...removals.history];
  return { spaces: { common, bodies }, templates, history };
}
