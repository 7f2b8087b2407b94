import "server-only";
import { inForce } from "@/lib/people/policy";
import { type Actor, seatedRoles } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { canEditTables, canEndSeat, canSeatAt, tableVisibleTo } from "@/lib/tables/policy";
import type { AddTable, ChangeTable, EndSeat, GiveSeat, RemoveTable } from "@/lib/tables/schema";

/** Where a table stands, for the page that shows it. */
export type TablePlace = { slug: string; id: string };

/** Makes a table, the last of its programme. */
export async function addTable(actor: Actor, input: AddTable): Promise<TablePlace> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canEditTables(actor, { programmeId: programme.id }));
    // Two who add at once take turns, and count on.
    await tx.$executeRaw`select 1 from programme where id = ${programme.id}::uuid for update`;
    const last = await tx.workingTable.aggregate({
      where: { programmeId: programme.id },
      _max: { position: true },
    });
    const { id } = await tx.workingTable.create({
      data: { ...input, position: (last._max.position ?? 0) + 1, createdAt: actor.at },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "tables.added",
      subject: { kind: "table", id },
      programmeId: programme.id,
      data: { isPublic: input.isPublic },
    });
    return { slug: programme.slug, id };
  });
}

/** Changes title, aim, and whether visitors read them. */
export async function changeTable(actor: Actor, input: ChangeTable): Promise<TablePlace> {
  return inTransaction(async (tx) => {
    const table = await findTable(tx, actor, input.id);
    authorise(canEditTables(actor, table));
    const { id, version, ...fields } = input;
    const { count } = await tx.workingTable.updateMany({
      where: { id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "table", id });
    await recordEvent(tx, actor, {
      kind: "tables.changed",
      subject: { kind: "table", id },
      programmeId: table.programmeId,
      data: { isPublic: input.isPublic },
    });
    return { slug: table.programme.slug, id };
  });
}

/**
 * Removes a table with its places and its empty folders.
 * @throws DomainError tables.holdsDocuments while its space holds a document, one in the trash among them;
 * tables.hasCategories while the forum has a category of it
 */
export async function removeTable(actor: Actor, input: RemoveTable): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const table = await findTable(tx, actor, input.id);
    authorise(canEditTables(actor, table));
    // Whoever puts a document into the space waits, and finds it gone.
    await tx.$queryRaw`select 1 from document_space where table_id = ${input.id}::uuid for update`;
    const documents = await tx.document.count({ where: { space: { tableId: input.id } } });
    if (documents > 0) throw new DomainError("tables.holdsDocuments", { documents });
    const categories = await tx.category.count({ where: { tableId: input.id } });
    if (categories > 0) throw new DomainError("tables.hasCategories", { categories });
    await tx.documentSpace.deleteMany({ where: { tableId: input.id } });
    const { count } = await tx.workingTable.deleteMany({ where: { id: input.id, version: input.version } });
    await assertUnchanged(tx, count, { kind: "table", id: input.id });
    await recordEvent(tx, actor, {
      kind: "tables.removed",
      subject: { kind: "table", id: input.id },
      programmeId: table.programmeId,
    });
    return { slug: table.programme.slug };
  });
}

/**
 * Gives somebody who works in the programme a place at a table, as delegate of their body or to lead it.
 * @throws DomainError tables.notInProgramme, .sitsThere
 */
export async function giveSeat(actor: Actor, input: GiveSeat): Promise<TablePlace> {
  return inTransaction(async (tx) => {
    const table = await findTable(tx, actor, input.tableId);
    authorise(canSeatAt(actor, table) && (!input.isCoordinator || canEditTables(actor, table)));
    const { personId, organisationId } = input.who;
    const { programmeId } = table;
    if (!(await worksThere(tx, actor, { ...input.who, programmeId })))
      throw new DomainError("tables.notInProgramme", {}, "who");
    await endWhatNobodyHolds(tx, actor, { tableId: table.id, personId, programmeId });
    // Of two who offer the same place the index lets one through.
    const { count } = await tx.tableSeat.createMany({
      data: [
        { tableId: table.id, personId, organisationId, isCoordinator: input.isCoordinator, fromAt: actor.at },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("tables.sitsThere", {}, "who");
    await recordEvent(tx, actor, {
      kind: "tables.seatGiven",
      subject: { kind: "table", id: table.id },
      programmeId,
      organisationId,
      data: { people: [personId], isCoordinator: input.isCoordinator },
    });
    return { slug: table.programme.slug, id: table.id };
  });
}

/**
 * Ends a place at a table. Acts at the person's next request; who sat there until then can be read in the log.
 * @throws DomainError tables.seatEnded
 */
export async function endSeat(actor: Actor, input: EndSeat): Promise<TablePlace> {
  return inTransaction(async (tx) => {
    const seat = found(
      await tx.tableSeat.findFirst({
        where: { id: input.id, table: tableVisibleTo(actor) },
        select: {
          personId: true,
          organisationId: true,
          isCoordinator: true,
          table: { select: { id: true, programmeId: true, programme: { select: { slug: true } } } },
        },
      }),
      "seat",
    );
    authorise(canEndSeat(actor, seat));
    const { count } = await tx.tableSeat.updateMany({
      where: { id: input.id, toAt: null },
      data: { toAt: actor.at },
    });
    if (count === 0) throw new DomainError("tables.seatEnded");
    await recordEvent(tx, actor, {
      kind: "tables.seatEnded",
      subject: { kind: "table", id: seat.table.id },
      programmeId: seat.table.programmeId,
      organisationId: seat.organisationId,
      data: { people: [seat.personId] },
    });
    return { slug: seat.table.programme.slug, id: seat.table.id };
  });
}

async function findTable(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.workingTable.findFirst({
      where: { AND: [{ id }, tableVisibleTo(actor)] },
      select: { id: true, programmeId: true, programme: { select: { slug: true } } },
    }),
    "table",
  );
}

type Place = { personId: string; organisationId: string | null; programmeId: string };

async function worksThere(tx: Tx, actor: Actor, place: Place): Promise<boolean> {
  const held = await tx.roleAssignment.findFirst({
    where: {
      ...place,
      role: { in: [...seatedRoles] },
      ...inForce(actor.at),
    },
    select: { id: true },
  });
  return held !== null;
}

// A place that the person had for a body for which they do not work any more does not stand in the way of another.
async function endWhatNobodyHolds(
  tx: Tx,
  actor: Actor,
  { tableId, personId, programmeId }: { tableId: string; personId: string; programmeId: string },
): Promise<void> {
  const old = await tx.tableSeat.findFirst({
    where: { tableId, personId, toAt: null },
    select: { id: true, organisationId: true },
  });
  if (!old || (await worksThere(tx, actor, { organisationId: old.organisationId, personId, programmeId })))
    return;
  await tx.tableSeat.updateMany({ where: { id: old.id, toAt: null }, data: { toAt: actor.at } });
}
