import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { UploadState } from "@/lib/platform/db/generated/enums";
import { DomainError, type ErrorParams, found } from "@/lib/platform/errors";
import type { Href } from "@/lib/platform/i18n/navigation";
import { uploadVisibleTo } from "@/lib/platform/uploads/policy";

/** An upload as its person may know it. */
export type OwnUpload = {
  id: string;
  entry: string;
  target: Record<string, string>;
  filename: string;
  size: number;
  received: number;
  state: UploadState;
  /** why it was refused */
  refusal: DomainError | null;
  ledTo: Href | null;
  expiresAt: Date;
};

const fields = {
  id: true,
  entry: true,
  target: true,
  filename: true,
  size: true,
  received: true,
  state: true,
  refusalCode: true,
  refusalParams: true,
  refusalField: true,
  ledTo: true,
  expiresAt: true,
} as const;

/** One's own upload, whatever became of it. */
export async function getUpload(actor: Actor, id: string): Promise<OwnUpload> {
  return asOwn(
    found(
      await db.upload.findFirst({ where: { AND: [{ id }, uploadVisibleTo(actor)] }, select: fields }),
      "upload",
    ),
  );
}

/**
 * One's own uploads that are not received: on the way, being checked, refused. Oldest first.
 * @param shown entries and the part of the address that a page is about
 */
export async function listUploads(
  actor: Actor,
  shown: { entries: readonly string[]; target: Record<string, string> },
): Promise<OwnUpload[]> {
  const rows = await db.upload.findMany({
    where: {
      AND: [
        uploadVisibleTo(actor),
        { entry: { in: [...shown.entries] }, state: { not: "RECEIVED" } },
        // A whole file may wait longer for its worker than the next part is waited for.
        { OR: [{ expiresAt: { gt: actor.at } }, { state: "ARRIVED" }] },
        ...Object.entries(shown.target).map(([name, value]) => ({ target: { path: [name], equals: value } })),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
    select: fields,
  });
  return rows.map(asOwn);
}

/** Whether a part counts, when nobody heard what became of it. */
export async function isPartKept(actor: Actor, part: { uploadId: string; file: string }): Promise<boolean> {
  const upload = uploadVisibleTo(actor);
  return (await db.uploadPart.count({ where: { uploadId: part.uploadId, file: part.file, upload } })) > 0;
}

type Row = {
  [Field in keyof typeof fields]: unknown;
} & Pick<OwnUpload, "id" | "entry" | "filename" | "state" | "expiresAt"> & {
    size: bigint;
    received: bigint;
    refusalCode: string | null;
    refusalField: string | null;
  };

function asOwn({ refusalCode, refusalParams, refusalField, ...row }: Row): OwnUpload {
  return {
    id: row.id,
    entry: row.entry,
    target: row.target as Record<string, string>,
    filename: row.filename,
    size: Number(row.size),
    received: Number(row.received),
    state: row.state,
    refusal: refusalCode
      ? new DomainError(refusalCode, (refusalParams ?? {}) as ErrorParams, refusalField ?? undefined)
      : null,
    ledTo: row.ledTo as Href | null,
    expiresAt: row.expiresAt,
  };
}
