import { storeFiles } from "../running-edition/files";
import { identifier, type Seeding } from "../store";
import type { SeedDeclaration, SeedFacts } from "./shape";

const day = 86_400_000;

export type ItemRows = {
  programmeId: string;
  documentId: string;
  organisationId: string | null;
  adaptationOfId: string | null;
  /** who published and decided; nobody in an archive */
  by: string | null;
  /** the versions that became releases, in their order, and when */
  versions: { id: string; at: Date }[];
};

/** Writes an item with its releases and declarations. @returns its identifier */
export async function writeItem(seeding: Seeding, facts: SeedFacts, rows: ItemRows): Promise<string> {
  const { tx } = seeding;
  const id = identifier(facts.publishedAt);
  const [cover] = facts.cover ? await storeFiles([facts.cover]) : [];
  if (cover) {
    await tx.storedObject.createMany({
      data: [{ sha256: cover.sha256, size: BigInt(cover.size) }],
      skipDuplicates: true,
    });
  }
  const last = rows.versions.at(-1)?.at ?? facts.publishedAt;
  await tx.reuseItem.create({
    data: {
      id,
      slug: facts.slug,
      programmeId: rows.programmeId,
      documentId: rows.documentId,
      organisationId: rows.organisationId,
      adaptationOfId: rows.adaptationOfId,
      title: facts.title,
      abstract: facts.abstract,
      subjects: facts.subjects,
      authors: facts.authors,
      licence: facts.licence ?? "CC-BY-4.0",
      coverSha256: cover?.sha256 ?? null,
      coverMimeType: cover?.mimeType ?? null,
      publishedAt: facts.publishedAt,
      publishedById: rows.by,
      modifiedAt: facts.withdrawn?.at ?? last,
      ...(facts.withdrawn
        ? {
            state: "WITHDRAWN" as const,
            withdrawnAt: facts.withdrawn.at,
            withdrawnById: rows.by,
            withdrawalReason: facts.withdrawn.reason,
            withdrawalNote: facts.withdrawn.note,
          }
        : {}),
      releases: {
        create: rows.versions.map((version, index) => ({
          number: index + 1,
          versionId: version.id,
          note: facts.notes[index] ?? "",
          releasedAt: version.at,
          releasedById: rows.by,
          downloads: facts.downloads[index] ?? 0,
        })),
      },
    },
    select: { id: true },
  });
  await writeDeclarations(seeding, id, facts.declarations, rows.by);
  return id;
}

async function writeDeclarations(
  { tx, now }: Seeding,
  itemId: string,
  declarations: readonly SeedDeclaration[],
  by: string | null,
): Promise<void> {
  await tx.reuseDeclaration.createMany({
    data: declarations.map(({ daysAgo, refusalReason = "", ...said }) => {
      const createdAt = new Date(now.getTime() - daysAgo * day);
      const isDecided = said.state === "SHOWN" || said.state === "REFUSED";
      const decidedAt = new Date(Math.min(createdAt.getTime() + day, now.getTime()));
      return {
        ...said,
        refusalReason,
        id: identifier(createdAt),
        itemId,
        createdAt,
        confirmedAt: createdAt,
        decidedAt: isDecided ? decidedAt : null,
        decidedById: isDecided ? by : null,
      };
    }),
  });
}
