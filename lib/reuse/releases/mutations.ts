import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import type { ItemPlace } from "@/lib/reuse/mutations";
import { canManageLibrary, itemVisibleTo, releasable, releaseOpenTo } from "@/lib/reuse/policy";
import type { ReleaseVersion } from "@/lib/reuse/schema";

/** Gives a newer approved version of an item's document to everybody, beside the releases before it. */
export async function releaseVersion(actor: Actor, input: ReleaseVersion): Promise<ItemPlace> {
  return inTransaction(async (tx) => {
    const item = found(
      await tx.reuseItem.findFirst({
        where: { AND: [{ id: input.id }, itemVisibleTo(actor)] },
        select: {
          id: true,
          programmeId: true,
          documentId: true,
          state: true,
          programme: { select: { slug: true } },
        },
      }),
      "item",
    );
    authorise(canManageLibrary(actor, item));
    if (item.state === "WITHDRAWN") throw new DomainError("reuse.withdrawn");
    // Holds the item's row: of two releases at once one finds another version of it, and numbers leave no gap.
    const { count } = await tx.reuseItem.updateMany({
      where: { id: item.id, version: input.version },
      data: { modifiedAt: actor.at, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "reuseItem", id: item.id });
    const version = await tx.documentVersion.findFirst({
      where: { AND: [{ id: input.versionId, documentId: item.documentId }, releasable] },
      select: { id: true, number: true },
    });
    if (!version) throw new DomainError("chooseOne", {}, "versionId");
    const last = await tx.reuseRelease.findFirstOrThrow({
      where: { itemId: item.id },
      orderBy: { number: "desc" },
      select: { number: true, version: { select: { number: true } } },
    });
    if (version.number <= last.version.number) throw new DomainError("reuse.notNewer", {}, "versionId");
    const number = last.number + 1;
    await tx.reuseRelease.create({
      data: {
        itemId: item.id,
        number,
        versionId: version.id,
        note: input.note,
        releasedAt: actor.at,
        releasedById: actor.personId,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "reuse.released",
      subject: { kind: "reuseItem", id: item.id },
      programmeId: item.programmeId,
      data: { number, versionNumber: version.number },
    });
    return { id: item.id, slug: item.programme.slug };
  });
}

/**
 * Counts that a release was taken: one more, and nothing of who took it or when. No event, because the log would then
 * hold what is not to be known.
 * @throws NotFoundError when it is no longer given out
 */
export async function countDownload(actor: Actor, id: string): Promise<void> {
  const { count } = await inTransaction((tx) =>
    tx.reuseRelease.updateMany({
      where: { AND: [{ id }, releaseOpenTo(actor)] },
      data: { downloads: { increment: 1 } },
    }),
  );
  found(count || null, "release");
}
