import { createHash } from "node:crypto";
import type { StoredFile } from "@/lib/documents/commands";
import { addDraft, submitDeliverable } from "@/lib/documents/deliverables/mutations";
import { requestDeliverable } from "@/lib/documents/deliverables/requests/mutations";
import type { RequestDeliverable } from "@/lib/documents/deliverables/schema";
import { addFolder } from "@/lib/documents/folders/mutations";
import { addDocument } from "@/lib/documents/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";

/** A file whose bytes are its name: enough for what only registers them. */
export function aFile(filename = "elaborato.pdf"): StoredFile {
  const bytes = Buffer.from(filename);
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
    filename,
    mimeType: "application/pdf",
  };
}

/** A running programme with two bodies that take part and people of each role. */
export async function aWorkingGroup() {
  const programme = await aProgramme();
  const [first, second] = [await anOrganisation(), await anOrganisation()];
  await anEnrolment(programme.id, first.id, "ACTIVE");
  await anEnrolment(programme.id, second.id, "ACTIVE");
  const inProgramme = { programmeId: programme.id };
  return {
    programme,
    first,
    second,
    coordinator: await actorAs("COORDINATOR", inProgramme),
    expert: await actorAs("EXPERT", inProgramme),
    observer: await actorAs("OBSERVER", inProgramme),
    referent: await actorAs("REFERENT", { ...inProgramme, organisationId: first.id }),
    staff: await actorAs("STAFF", { ...inProgramme, organisationId: first.id }),
    otherReferent: await actorAs("REFERENT", { ...inProgramme, organisationId: second.id }),
    administrator: await actorAs("ADMINISTRATOR"),
    outsider: await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
  };
}

export type WorkingGroup = Awaited<ReturnType<typeof aWorkingGroup>>;

/** A request to all bodies, due at the end of 27 March 2026 with the cut-off on the 31st; returns the first body's deliverable. */
export async function aDeliverable(
  group: WorkingGroup,
  title = "Piano di comunicazione",
  more: Partial<RequestDeliverable> = {},
) {
  await requestDeliverable(group.coordinator, {
    programme: group.programme.slug,
    title,
    instructions: "",
    dueDay: "2026-03-27",
    dueTime: "23:59",
    cutOffDay: "2026-03-31",
    owedBy: "all",
    bodies: [],
    ...more,
  });
  return reload({ request: { programmeId: group.programme.id, title }, organisationId: group.first.id });
}

/** The row as it stands. */
export async function reload(
  where: NonNullable<Parameters<typeof db.deliverable.findFirstOrThrow>[0]>["where"],
) {
  return db.deliverable.findFirstOrThrow({
    where,
    include: { document: { include: { versions: { orderBy: { number: "desc" } } } }, submissions: true },
  });
}

/** Uploads a draft and sends it; returns the row as it stands. */
export async function sent(
  group: WorkingGroup,
  id: string,
  by: Actor = group.referent,
  filename = "elaborato.pdf",
) {
  const before = await reload({ id });
  const number = (before.document?.versions[0]?.number ?? 0) + 1;
  await addDraft(by, { deliverable: id, number, note: "" }, aFile(filename));
  const drafted = await reload({ id });
  const versionId = drafted.document?.versions[0]?.id ?? "";
  await submitDeliverable(by, { id, version: drafted.version, versionId });
  return reload({ id });
}

/** A study material of the common space. */
export async function aMaterial(group: WorkingGroup, title = "Linee guida") {
  const { id } = await addDocument(
    group.coordinator,
    { programme: group.programme.slug, kind: "STUDY_MATERIAL", title, note: "" },
    aFile(`${title}.pdf`),
  );
  const { id: versionId } = await db.documentVersion.findFirstOrThrow({ where: { documentId: id } });
  return { id, versionId };
}

/** Columns of a document that is in the trash, written past the mutations: a deliverable cannot get there. */
export async function inTheTrash(spaceId: string): Promise<{ removedAt: Date; removalId: string }> {
  const data = { spaceId, removedAt: moment, keptUntil: new Date(moment.getTime() + 30 * 86_400_000) };
  const { id } = await db.documentRemoval.create({ data, select: { id: true } });
  return { removedAt: moment, removalId: id };
}

/** A folder of the common space, or of a body's by one of its people. */
export async function aFolder(
  group: WorkingGroup,
  name: string,
  more: { parent?: string; body?: string; by?: Actor } = {},
): Promise<string> {
  const { by = group.coordinator, ...place } = more;
  return (await addFolder(by, { programme: group.programme.slug, name, ...place })).id;
}

/** A document in a folder of the common space, or of a body's by one of its people. */
export async function aDocumentIn(
  group: WorkingGroup,
  title: string,
  more: { folder?: string; body?: string; by?: Actor } = {},
): Promise<string> {
  const { by = group.coordinator, ...place } = more;
  const input = { programme: group.programme.slug, kind: "EXCHANGE_MATERIAL", title, note: "" } as const;
  return (await addDocument(by, { ...input, ...place }, aFile(`${title}.pdf`))).id;
}
