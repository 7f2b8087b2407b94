import { storeFiles } from "../running-edition/files";
import { identifier, must, type Seeding } from "../store";
import { archiveItems } from "./items";
import { writeItem } from "./rows";
import type { SeedItem } from "./shape";

const day = 86_400_000;

/** Gives the archives' material to the library, as rows 2.40 and 3.18 of the sources say that it is. */
export async function seedArchiveLibrary(seeding: Seeding): Promise<void> {
  const ids = new Map<string, string>();
  for (const item of await archiveItems(seeding.now)) {
    const { id: programmeId } = await seeding.tx.programme.findUniqueOrThrow({
      where: { slug: item.programme },
      select: { id: true },
    });
    const { documentId, versions } = await writeDocument(seeding, programmeId, item);
    const id = await writeItem(seeding, item, {
      programmeId,
      documentId,
      organisationId: null,
      adaptationOfId: item.adaptationOf ? must(ids, item.adaptationOf) : null,
      by: null,
      versions,
    });
    ids.set(item.key, id);
  }
}

async function writeDocument({ tx }: Seeding, programmeId: string, item: SeedItem) {
  const where = { programmeId, organisationId: null };
  const space =
    (await tx.documentSpace.findFirst({ where, select: { id: true } })) ??
    (await tx.documentSpace.create({ data: where, select: { id: true } }));
  const files = await storeFiles(item.files);
  await tx.storedObject.createMany({
    data: files.map(({ sha256, size }) => ({ sha256, size: BigInt(size) })),
    skipDuplicates: true,
  });
  const documentId = identifier(item.publishedAt);
  const versions = files.map((file, index) => {
    const at = new Date(item.publishedAt.getTime() + index * 60 * day);
    return { file, at, id: identifier(at), number: index + 1 };
  });
  await tx.document.create({
    data: {
      id: documentId,
      spaceId: space.id,
      kind: "STUDY_MATERIAL",
      title: item.title,
      createdAt: item.publishedAt,
      versions: {
        create: versions.map(({ id, at, number, file: { sha256, size, filename, mimeType } }) => ({
          id,
          number,
          objectSha256: sha256,
          filename,
          mimeType,
          size: BigInt(size),
          createdAt: at,
        })),
      },
    },
    select: { id: true },
  });
  return { documentId, versions: versions.map(({ id, at }) => ({ id, at })) };
}
