import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { jsonDate } from "@/lib/platform/json-date";
import { takeForEdit } from "@/lib/programmes/commands";
import type { MovePart, RemovePart, SavePart } from "@/lib/programmes/parts/schema";

type Place = { id: string; position: number; kind?: string };
type Where = { id?: string | { not: string }; programmeId?: string; kind?: string };

/** What the tables of rows have in common; the client's own types of them have no common base. */
type PartTable = {
  findFirst(query: { where: Where; orderBy?: { position: "desc" } }): Promise<Place | null>;
  findMany(query: { where: Where; orderBy: { position: "asc" } }): Promise<Place[]>;
  create(query: { data: object }): Promise<{ id: string }>;
  update(query: { where: { id: string }; data: object }): Promise<{ id: string }>;
  delete(query: { where: { id: string } }): Promise<{ id: string }>;
};

const tables = {
  lines: (tx: Tx) => tx.actionLine,
  roles: (tx: Tx) => tx.programmeRole,
  contacts: (tx: Tx) => tx.programmeContact,
  steps: (tx: Tx) => tx.joiningStep,
  facts: (tx: Tx) => tx.programmeFact,
  phases: (tx: Tx) => tx.phase,
} as const;

const tableOf = (tx: Tx, part: keyof typeof tables) => tables[part](tx) as unknown as PartTable;

/** Adds a row to a list of the programme, at its end, or changes one. */
export async function savePart(actor: Actor, input: SavePart): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = await takeForEdit(tx, actor, input);
    const table = tableOf(tx, input.part);
    const data = columns(input);
    const kind = input.part === "facts" ? { kind: input.kind } : {};
    const old = input.id
      ? found(await table.findFirst({ where: { id: input.id, programmeId: programme.id } }), "row")
      : null;
    const stays = old && old.kind === (input.part === "facts" ? input.kind : undefined);
    const last = stays
      ? null
      : await table.findFirst({
          where: { programmeId: programme.id, ...kind },
          orderBy: { position: "desc" },
        });
    const position = stays ? old.position : (last?.position ?? 0) + 1;
    if (old) await table.update({ where: { id: old.id }, data: { ...data, position } });
    else await table.create({ data: { ...data, position, programmeId: programme.id } });
    await recordEvent(tx, actor, {
      kind: old ? "programmes.partChanged" : "programmes.partAdded",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      data: { part: input.part },
    });
    return { slug: programme.slug };
  });
}

/** Takes a row, or a phase, out of the programme; those after it close up. */
export async function removePart(actor: Actor, input: RemovePart): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = await takeForEdit(tx, actor, input);
    const table = tableOf(tx, input.part);
    const row = found(await table.findFirst({ where: { id: input.id, programmeId: programme.id } }), "row");
    await table.delete({ where: { id: row.id } });
    const rest = await siblings(table, programme.id, row);
    await number(table, rest);
    await recordEvent(tx, actor, {
      kind: "programmes.partRemoved",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      data: { part: input.part },
    });
    return { slug: programme.slug };
  });
}

/** Moves a row, or a phase, one place up or down; at the end of the list it stays. */
export async function movePart(actor: Actor, input: MovePart): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = await takeForEdit(tx, actor, input);
    const table = tableOf(tx, input.part);
    const row = found(await table.findFirst({ where: { id: input.id, programmeId: programme.id } }), "row");
    const rows = await siblings(table, programme.id, row);
    const from = rows.findIndex(({ id }) => id === row.id);
    const to = Math.min(rows.length - 1, Math.max(0, from + (input.direction === "up" ? -1 : 1)));
    await number(table, rows.toSpliced(from, 1).toSpliced(to, 0, row));
    await recordEvent(tx, actor, {
      kind: "programmes.partMoved",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      data: { part: input.part },
    });
    return { slug: programme.slug };
  });
}

async function siblings(table: PartTable, programmeId: string, row: Place): Promise<Place[]> {
  const kind = row.kind === undefined ? {} : { kind: row.kind };
  return table.findMany({ where: { programmeId, ...kind }, orderBy: { position: "asc" } });
}

// Positions are unique at every moment, so rows step aside before they take their places.
async function number(table: PartTable, rows: readonly Place[]): Promise<void> {
  const moved = rows.map((row, index) => ({ id: row.id, old: row.position, position: index + 1 }));
  const changed = moved.filter(({ old, position }) => old !== position);
  for (const { id, position } of changed)
    await table.update({ where: { id }, data: { position: -position } });
  for (const { id, position } of changed) await table.update({ where: { id }, data: { position } });
}

function columns(input: SavePart): object {
  switch (input.part) {
    case "lines":
      return { title: input.title, aim: input.aim, method: input.method };
    case "roles":
      return {
        title: input.title,
        description: input.description,
        organisationId: input.organisationId,
        holder: input.holder,
      };
    case "contacts":
      return {
        office: input.office,
        phone: input.phone,
        email: input.email,
        url: input.url,
        note: input.note,
      };
    case "steps":
      return { title: input.title, description: input.description };
    case "facts":
      return {
        kind: input.kind,
        title: input.title,
        text: input.text,
        value: input.value,
        date: jsonDate(input.date),
        source: input.source,
      };
  }
}
