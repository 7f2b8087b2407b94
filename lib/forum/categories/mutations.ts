import "server-only";
import { canEditCategories, categoryVisibleTo } from "@/lib/forum/policy";
import type { AddCategory, ChangeCategory, MoveCategory } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { stepInOrder } from "@/lib/platform/lists/order";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

type CategoryPlace = { slug: string };

/** Adds a category at the end. */
export async function addCategory(actor: Actor, input: AddCategory): Promise<CategoryPlace> {
  return inTransaction(async (tx) => {
    const programme = await findProgramme(tx, actor, input.programmeId);
    authorise(canEditCategories(actor, { programmeId: programme.id }));
    if (input.tableId) await findTable(tx, programme.id, input.tableId);
    await holdOrder(tx, programme.id);
    const last = await tx.category.aggregate({
      where: { programmeId: programme.id },
      _max: { position: true },
    });
    const { id } = await tx.category.create({
      data: { ...input, position: (last._max.position ?? 0) + 1 },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "forum.categoryAdded",
      subject: { kind: "category", id },
      programmeId: programme.id,
      data: { isPublic: input.isPublic },
    });
    return { slug: programme.slug };
  });
}

/**
 * Changes title, description, and whether visitors read it.
 * @throws DomainError forum.tableNotPublic for one of a table
 */
export async function changeCategory(actor: Actor, input: ChangeCategory): Promise<CategoryPlace> {
  return inTransaction(async (tx) => {
    const category = await findCategory(tx, actor, input.id);
    authorise(canEditCategories(actor, category));
    if (category.tableId !== null && input.isPublic)
      throw new DomainError("forum.tableNotPublic", {}, "isPublic");
    const { id, version, ...fields } = input;
    const { count } = await tx.category.updateMany({
      where: { id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "category", id });
    await recordEvent(tx, actor, {
      kind: "forum.categoryChanged",
      subject: { kind: "category", id },
      programmeId: category.programmeId,
      data: { isPublic: input.isPublic },
    });
    return { slug: category.programme.slug };
  });
}

/** Moves a category one place up or down; at the end of the list it stays. */
export async function moveCategory(actor: Actor, input: MoveCategory): Promise<CategoryPlace> {
  return inTransaction(async (tx) => {
    const { programmeId, programme } = await findCategory(tx, actor, input.id);
    authorise(canEditCategories(actor, { programmeId }));
    await holdOrder(tx, programmeId);
    const order = await tx.category.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
      select: { id: true, position: true },
    });
    const moved = await stepInOrder(order, input, (id, position) =>
      tx.category.update({ where: { id }, data: { position }, select: { id: true } }),
    );
    if (moved)
      await recordEvent(tx, actor, {
        kind: "forum.categoryMoved",
        subject: { kind: "category", id: input.id },
        programmeId,
        data: moved,
      });
    return { slug: programme.slug };
  });
}

async function findProgramme(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.programme.findFirst({
      where: { AND: [{ id }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true },
    }),
    "programme",
  );
}

async function findTable(tx: Tx, programmeId: string, id: string) {
  return found(
    await tx.workingTable.findFirst({ where: { id, programmeId }, select: { id: true } }),
    "table",
  );
}

async function findCategory(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.category.findFirst({
      where: { AND: [{ id }, categoryVisibleTo(actor)] },
      select: { programmeId: true, tableId: true, programme: { select: { slug: true } } },
    }),
    "category",
  );
}

// Two coordinators who order or add at once take turns.
async function holdOrder(tx: Tx, programmeId: string): Promise<void> {
  await tx.$executeRaw`select 1 from programme where id = ${programmeId}::uuid for update`;
}
