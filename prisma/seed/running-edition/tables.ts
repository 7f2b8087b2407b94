import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import { people } from "./cast";
import { csv, storeFiles } from "./files";
import type { Edition } from "./programme";

const tables = [
  {
    title: "Profili digitali",
    aim: "Quali profili nuovi servono alle Camere per i servizi digitali alle imprese, e quali di quelli di oggi cambiano.",
    isPublic: true,
    seats: [
      { account: "esperto", isCoordinator: true },
      { account: "referente.a", isCoordinator: false },
      { account: "staff.b", isCoordinator: false },
    ],
  },
  {
    title: "Formazione di chi cambia profilo",
    aim: "Percorsi comuni a più Camere, con il tempo che chiedono.",
    isPublic: false,
    seats: [
      { account: "referente.b", isCoordinator: true },
      { account: "staff.a", isCoordinator: false },
    ],
  },
] as const;

/** Writes the edition's thematic tables with who sits at them, and a document that only they share. */
export async function seedTables({ tx }: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { days } = edition;
  const opened = past(days, days.fromKickOff(9), "10:30");
  const by = must(cast.people, "coordinatore");
  const bodyOf = (account: string) => {
    const body = people.find((one) => one.account === account)?.body;
    return body ? must(cast.bodies, body) : null;
  };
  const rows = tables.map((table, index) => ({ ...table, id: identifier(opened), position: index + 1 }));
  await tx.workingTable.createMany({
    data: rows.map(({ seats: _seats, ...table }) => ({
      ...table,
      programmeId: edition.id,
      createdAt: opened,
    })),
  });
  await tx.tableSeat.createMany({
    data: rows.flatMap(({ id, seats }) =>
      seats.map(({ account, isCoordinator }) => ({
        tableId: id,
        personId: must(cast.people, account),
        organisationId: bodyOf(account),
        isCoordinator,
        fromAt: opened,
      })),
    ),
  });
  return [
    ...rows.map(({ id, isPublic }) => ({
      kind: "tables.added" as const,
      at: opened,
      by,
      subject: { kind: "table", id },
      organisationId: null,
      data: { isPublic },
    })),
    ...(await seedDocument(tx, { edition, cast, tableId: rows[0]?.id ?? "" })),
  ];
}

async function seedDocument(
  tx: Seeding["tx"],
  { edition, cast, tableId }: { edition: Edition; cast: Cast; tableId: string },
): Promise<HistoryEntry[]> {
  const { days } = edition;
  const at = past(days, days.fromKickOff(16), "15:40");
  const [file] = await storeFiles([
    csv("Confronto_profili_digitali", [
      ["Profilo di oggi", "Che cosa cambia", "Camere che lo provano"],
      ["Assistente ai servizi", "Rilascia identità digitali allo sportello", 4],
      ["Specialista di comunicazione", "Segue i servizi in rete per le imprese", 3],
    ]),
  ]);
  if (!file) return [];
  const spaceId = identifier(at);
  const id = identifier(at);
  const by = must(cast.people, "esperto");
  await tx.documentSpace.create({
    data: { id: spaceId, programmeId: edition.id, tableId },
    select: { id: true },
  });
  await tx.storedObject.createMany({
    data: [{ sha256: file.sha256, size: BigInt(file.size) }],
    skipDuplicates: true,
  });
  await tx.document.create({
    data: {
      id,
      spaceId,
      kind: "EXCHANGE_MATERIAL",
      title: "Confronto dei profili digitali",
      note: "Prima versione, da discutere al tavolo.",
      createdById: by,
      createdAt: at,
      versions: {
        create: {
          number: 1,
          objectSha256: file.sha256,
          filename: file.filename,
          mimeType: file.mimeType,
          size: BigInt(file.size),
          authorId: by,
          createdAt: at,
        },
      },
    },
    select: { id: true },
  });
  return [
    {
      kind: "documents.added",
      at,
      by,
      subject: { kind: "document", id },
      organisationId: null,
      data: { documentKind: "EXCHANGE_MATERIAL" },
    },
  ];
}
