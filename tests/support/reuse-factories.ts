import { addVersion } from "@/lib/documents/mutations";
import { db } from "@/lib/platform/db";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import { type DeclareReuse, declareReuseSchema } from "@/lib/reuse/declarations/schema";
import { publishItem } from "@/lib/reuse/mutations";
import { type PublishItem, publishItemSchema } from "@/lib/reuse/schema";
import { aFile, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let count = 0;

/** A document of a programme's common space with its first version. */
export async function aMaterial(
  group: WorkingGroup,
  facts: { title?: string; kind?: DocumentKind } = {},
): Promise<{ id: string; versionId: string }> {
  count += 1;
  const where = { programmeId: group.programme.id, organisationId: null };
  const space =
    (await db.documentSpace.findFirst({ where, select: { id: true } })) ??
    (await db.documentSpace.create({ data: where, select: { id: true } }));
  const file = aFile(`materiale-${count}.pdf`);
  await db.storedObject.createMany({
    data: [{ sha256: file.sha256, size: BigInt(file.size) }],
    skipDuplicates: true,
  });
  const { sha256, size, ...named } = file;
  const { id, versions } = await db.document.create({
    data: {
      spaceId: space.id,
      kind: facts.kind ?? "STUDY_MATERIAL",
      title: facts.title ?? `Materiale ${count}`,
      createdById: group.coordinator.personId,
      createdAt: moment,
      versions: { create: { number: 1, objectSha256: sha256, size: BigInt(size), ...named } },
    },
    select: { id: true, versions: { select: { id: true } } },
  });
  return { id, versionId: versions[0]?.id ?? "" };
}

/** A further version of a document. @returns its identifier */
export async function aVersion(group: WorkingGroup, document: string, number: number): Promise<string> {
  await addVersion(group.coordinator, { document, number, note: "" }, aFile(`${document}-${number}.pdf`));
  const row = await db.documentVersion.findFirstOrThrow({ where: { documentId: document, number } });
  return row.id;
}

/** What the form of publication sends, read. */
export function publishForm(
  material: { id: string; versionId: string },
  fields: Record<string, unknown> = {},
): PublishItem {
  return publishItemSchema.parse({
    document: material.id,
    versionId: material.versionId,
    licence: "CC-BY-4.0",
    title: "Kit per il lavoro agile",
    abstract: "Modelli e istruzioni per cominciare.",
    lang: "it",
    subjects: ["remote-work"],
    authors: "Camera di prova",
    ...fields,
  });
}

/** An item of the library, published from a new material. */
export async function anItem(group: WorkingGroup, fields: Record<string, unknown> = {}) {
  const material = await aMaterial(group);
  const { id } = await publishItem(group.coordinator, publishForm(material, fields));
  return { ...(await itemRow(id)), material };
}

/** The row as it stands, with its releases. */
export async function itemRow(id: string) {
  return db.reuseItem.findUniqueOrThrow({
    where: { id },
    include: { releases: { orderBy: { number: "asc" } } },
  });
}

/** What the form of a declaration sends, read. */
export function declarationForm(item: { id: string }, fields: Record<string, unknown> = {}): DeclareReuse {
  return declareReuseSchema.parse({
    item: item.id,
    organisationName: "Unione dei Comuni di Prova",
    contactName: "Bice Corbezzoli",
    email: "riuso@fuori.test",
    purpose: "Lo usiamo per il nostro regolamento.",
    ...fields,
  });
}

/** A declaration in a state, written as it stands. */
export async function aDeclaration(
  item: { id: string },
  facts: Partial<{ state: "PENDING" | "WAITING" | "SHOWN" | "REFUSED"; organisationName: string }> = {},
) {
  count += 1;
  const { state = "WAITING", organisationName = `Ente ${count}` } = facts;
  return db.reuseDeclaration.create({
    data: {
      itemId: item.id,
      organisationName,
      contactName: "Bice Corbezzoli",
      email: `dichiarazione-${count}@fuori.test`,
      purpose: "Lo usiamo.",
      state,
      createdAt: moment,
      confirmedAt: state === "PENDING" ? null : moment,
      decidedAt: state === "SHOWN" || state === "REFUSED" ? moment : null,
      refusalReason: state === "REFUSED" ? "Non parla del materiale." : "",
    },
  });
}
