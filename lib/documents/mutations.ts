import "server-only";
import { addVersionRow, ensureSpace, findSpaceOf, type StoredFile } from "@/lib/documents/commands";
import { holdFolder } from "@/lib/documents/folders/commands";
import {
  canAddDocument,
  canChangeDocument,
  canPublishDocument,
  documentVisibleTo,
  type SpaceOf,
  spaceOf,
  versionVisibleTo,
} from "@/lib/documents/policy";
import type { AddDocument, AddVersion, ChangeDocument, RestoreVersion } from "@/lib/documents/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

const changeable = {
  id: true,
  kind: true,
  version: true,
  isPublic: true,
  createdById: true,
  space: { select: { ...spaceOf, programme: { select: { slug: true } } } },
} as const;

async function findChangeable(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.document.findFirst({ where: { AND: [{ id }, documentVisibleTo(actor)] }, select: changeable }),
    "document",
  );
}

/** The space that an upload is meant for, checked before its bytes are taken. */
export async function checkMayAdd(
  actor: Actor,
  target: Pick<AddDocument, "programme" | "body" | "table" | "kind">,
): Promise<SpaceOf> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug: target.programme }, programmeVisibleTo(actor)] },
      select: { id: true },
    }),
    "programme",
  );
  const space = await findSpaceOf(db, actor, programme.id, target);
  authorise(canAddDocument(actor, space, target.kind));
  return space;
}

/** Puts a new document with its first version into a space. */
export async function addDocument(
  actor: Actor,
  input: AddDocument,
  file: StoredFile,
): Promise<{ id: string; slug: string }> {
  const space = await checkMayAdd(actor, input);
  return inTransaction(async (tx) => {
    const spaceId = await ensureSpace(tx, actor, space);
    const folderId = input.folder ?? null;
    await holdFolder(tx, actor, { spaceId, folderId }, "folder");
    const { id } = await tx.document.create({
      data: {
        spaceId,
        folderId,
        kind: input.kind,
        title: input.title,
        note: input.note,
        createdById: actor.personId,
        createdAt: actor.at,
      },
      select: { id: true },
    });
    await addVersionRow(tx, actor, {
      documentId: id,
      number: 1,
      note: "",
      onBehalfOfId: space.organisationId,
      file,
    });
    await recordEvent(tx, actor, {
      kind: "documents.added",
      subject: { kind: "document", id },
      programmeId: space.programmeId,
      organisationId: space.organisationId,
      data: { documentKind: input.kind },
    });
    return { id, slug: input.programme };
  });
}

/** A document that a new version is meant for, checked before its bytes are taken. */
export async function checkMayAddVersion(actor: Actor, documentId: string): Promise<void> {
  authorise(canChangeDocument(actor, await findChangeable(db, actor, documentId)));
}

/** Adds a version; older ones stay as they were. */
export async function addVersion(
  actor: Actor,
  input: AddVersion,
  file: StoredFile,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const document = await findChangeable(tx, actor, input.document);
    authorise(canChangeDocument(actor, document));
    await addVersionRow(tx, actor, {
      documentId: document.id,
      number: input.number,
      note: input.note,
      onBehalfOfId: document.space.organisationId,
      file,
    });
    await recordVersion(tx, actor, document, { number: input.number });
    return { id: document.id, slug: document.space.programme.slug };
  });
}

/** Makes an older version the newest again, as a new version that points to the same bytes. */
export async function restoreVersion(
  actor: Actor,
  input: RestoreVersion,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const old = found(
      await tx.documentVersion.findFirst({
        where: { AND: [{ id: input.versionId }, versionVisibleTo(actor)] },
        select: {
          objectSha256: true,
          filename: true,
          mimeType: true,
          size: true,
          number: true,
          documentId: true,
        },
      }),
      "version",
    );
    const document = await findChangeable(tx, actor, old.documentId);
    authorise(canChangeDocument(actor, document));
    const file = {
      sha256: old.objectSha256,
      size: Number(old.size),
      filename: old.filename,
      mimeType: old.mimeType,
    };
    await addVersionRow(tx, actor, {
      documentId: document.id,
      number: input.number,
      note: "",
      onBehalfOfId: document.space.organisationId,
      file,
    });
    await recordVersion(tx, actor, document, { number: input.number, restoredFrom: old.number });
    return { id: document.id, slug: document.space.programme.slug };
  });
}

/** Changes title, note, kind and whether visitors may read it. */
export async function changeDocument(
  actor: Actor,
  input: ChangeDocument,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const document = await findChangeable(tx, actor, input.id);
    authorise(canChangeDocument(actor, document));
    if (input.isPublic !== document.isPublic) authorise(canPublishDocument(actor, document));
    const { count } = await tx.document.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        title: input.title,
        note: input.note,
        kind: input.kind,
        isPublic: input.isPublic,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "document", id: input.id });
    await recordEvent(tx, actor, {
      kind: input.isPublic && !document.isPublic ? "documents.published" : "documents.changed",
      subject: { kind: "document", id: input.id },
      programmeId: document.space.programmeId,
      organisationId: document.space.organisationId,
    });
    return { id: input.id, slug: document.space.programme.slug };
  });
}

async function recordVersion(
  tx: Tx,
  actor: Actor,
  document: { id: string; space: { programmeId: string; organisationId: string | null } },
  data: { number: number; restoredFrom?: number },
): Promise<void> {
  await recordEvent(tx, actor, {
    kind: data.restoredFrom === undefined ? "documents.versionAdded" : "documents.versionRestored",
    subject: { kind: "document", id: document.id },
    programmeId: document.space.programmeId,
    organisationId: document.space.organisationId,
    data,
  });
}
