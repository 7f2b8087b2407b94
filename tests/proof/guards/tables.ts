// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps the places at a table to who works in the programme, and its space to who sits there. */
export const ofTables: Guard[] = [
  ...inFile("lib/platform/actor.ts", ["tests/lib/tables", "tests/lib/documents/tables.test.ts"], {
    "a seat of who works there no more": [
      "(facts.seats ?? []).filter((seat) => assignments.some((one) => bears(one, seat)))",
      "facts.seats ?? []",
    ],
  }),
  ...inFile("lib/tables/policy.ts", ["tests/lib/tables"], {
    "tables that are not public, seen by all": [
      "{ isPublic: true, programme: programmeVisibleTo(actor) },",
      "{ programme: programmeVisibleTo(actor) },",
    ],
    "a leader's place, ended by another leader": [
      "return seat.isCoordinator ? canEditTables(actor, seat.table) : canSeatAt(actor, seat.table);",
      "return canSeatAt(actor, seat.table);",
    ],
  }),
  ...inFile("lib/tables/queries.ts", ["tests/lib/tables"], {
    "who sits at a public table, told to strangers": [
      '  if (!canEnterTable(actor, table)) throw new NotFoundError("table");\n',
      "",
    ],
  }),
  ...inFile("lib/tables/mutations.ts", ["tests/lib/tables"], {
    "a table of documents, removed": [
      '    if (documents > 0) throw new DomainError("tables.holdsDocuments", { documents });\n',
      "",
    ],
    "a seat for whoever": [
      "if (!(await worksThere(tx, actor, { ...input.who, programmeId })))",
      'if (programmeId === "")',
    ],
    "leaders made by leaders": [
      "canSeatAt(actor, table) && (!input.isCoordinator || canEditTables(actor, table))",
      "canSeatAt(actor, table)",
    ],
  }),
  ...inFile("lib/documents/commands.ts", ["tests/lib/documents/tables.test.ts"], {
    "a table of another programme": [
      "where: { id: space.tableId, programmeId }",
      "where: { id: space.tableId }",
    ],
  }),
  ...inFile("lib/documents/policy.ts", ["tests/lib/documents/tables.test.ts"], {
    "a table's space, common to all": [
      "const common = { organisationId: null, tableId: null } as const;",
      "const common = { organisationId: null } as never as { organisationId: null; tableId: null };",
    ],
    "every kind from delegates": [
      '(kind === "EXCHANGE_MATERIAL" && sitsAt(actor, space))',
      "sitsAt(actor, space)",
    ],
  }),
  ...inFile("lib/forum/policy.ts", ["tests/lib/forum/tables.test.ts"], {
    "a table's category, read by all members": [
      "{ tableId: null, programmeId: { in: actor.programmesWith(...memberRoles) } },",
      "{ programmeId: { in: actor.programmesWith(...memberRoles) } },",
    ],
  }),
  ...inFile("lib/forum/listing/queries.ts", ["tests/lib/forum/tables.test.ts"], {
    "news of a table, counted for all members": ["(c.table_id is null and c.programme_id", "(c.programme_id"],
  }),
  ...inFile("lib/forum/categories/mutations.ts", ["tests/lib/forum/tables.test.ts"], {
    "a category of another programme's table": [
      "where: { id, programmeId }, select: { id: true } })",
      "where: { id }, select: { id: true } })",
    ],
  }),
  ...inFile("lib/notifications/queries.ts", ["tests/lib/forum/tables.test.ts"], {
    "a table's posts, told to whoever follows": [
      "      ...(await readingTable(actor, category.tableId)),\n",
      "",
    ],
    "a table's posts, told to whoever is called": ["        await readingTable(actor, tableId),\n", ""],
  }),
];
