import { beforeEach, describe, expect, test } from "vitest";
import { addDocument } from "@/lib/documents/mutations";
import { removeDocument } from "@/lib/documents/trash/mutations";
import { db } from "@/lib/platform/db";
import { NotFoundError, StaleError } from "@/lib/platform/errors";
import { addTable, changeTable, endSeat, giveSeat, removeTable } from "@/lib/tables/mutations";
import { getTable } from "@/lib/tables/queries";
import { atOnce } from "@/tests/support/at-once";
import { denied, expectRefusal } from "@/tests/support/denied";
import { aFile, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { aRole, moment } from "@/tests/support/factories";
import { aTable, seated } from "@/tests/support/table-factories";

let group: WorkingGroup;
let tableId: string;
beforeEach(async () => {
  group = await aWorkingGroup();
  tableId = await aTable(group);
});

const texts = { title: "Performance", aim: "Lavoro per obiettivi.", isPublic: true };
const delegate = () => ({ personId: group.staff.personId, organisationId: group.first.id });
const seatOf = async (personId: string) =>
  db.tableSeat.findFirstOrThrow({ where: { tableId, personId, toAt: null } });
const kinds = async () =>
  (
    await db.event.findMany({
      where: { subjectId: tableId },
      orderBy: { seq: "asc" },
      select: { kind: true },
    })
  ).map(({ kind }) => kind);

describe("a table", () => {
  test("is opened, counted on, changed and removed, each with its event", async () => {
    const second = await addTable(group.coordinator, {
      programmeId: group.programme.id,
      ...texts,
      lang: "it",
    });
    expect(await db.workingTable.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
      position: 2,
      ...texts,
    });
    await changeTable(group.coordinator, { id: tableId, version: 1, ...texts });
    await expect(changeTable(group.coordinator, { id: tableId, version: 1, ...texts })).rejects.toThrow(
      StaleError,
    );
    await expect(removeTable(group.coordinator, { id: tableId, version: 1 })).rejects.toThrow(StaleError);
    expect(await removeTable(group.coordinator, { id: tableId, version: 2 })).toEqual({
      slug: group.programme.slug,
    });
    expect(await db.workingTable.count({ where: { id: tableId } })).toBe(0);
    expect(await kinds()).toEqual(["tables.added", "tables.changed", "tables.removed"]);
  });

  test("has a number of its own, also when two are opened at once", async () => {
    const { programme, coordinator } = group;
    await atOnce(
      { table: "programme", id: programme.id },
      [1, 2, 3, 4].map(
        (index) => () =>
          addTable(coordinator, {
            programmeId: programme.id,
            ...texts,
            title: `Tavolo ${index}`,
            lang: "it",
          }),
      ),
    );
    const tables = await db.workingTable.findMany({
      where: { programmeId: programme.id },
      orderBy: { position: "asc" },
      select: { position: true },
    });
    expect(tables.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  test("stays while its space holds a document, one in the trash as well", async () => {
    const leader = await seated(group, group.expert, { tableId, isCoordinator: true });
    const { id } = await addDocument(
      leader,
      { programme: group.programme.slug, table: tableId, kind: "INFORMATION", title: "Bozza", note: "" },
      aFile(),
    );
    const remove = () => removeTable(group.coordinator, { id: tableId, version: 1 });
    await expect(remove()).rejects.toMatchObject({ code: "tables.holdsDocuments" });
    await removeDocument(leader, { id, version: 1 });
    await expect(remove()).rejects.toMatchObject({ code: "tables.holdsDocuments", params: { documents: 1 } });
    await db.document.delete({ where: { id } });
    await remove();
    expect(await db.documentSpace.count({ where: { tableId } })).toBe(0);
  });
});

describe("a place at a table", () => {
  test("is given and ended, each with its event, and given again", async () => {
    await giveSeat(group.coordinator, { tableId, who: delegate(), isCoordinator: false });
    expect(await seatOf(group.staff.personId)).toMatchObject({
      ...delegate(),
      isCoordinator: false,
      toAt: null,
    });
    const { id } = await seatOf(group.staff.personId);
    await endSeat(group.coordinator, { id });
    await expect(endSeat(group.coordinator, { id })).rejects.toMatchObject({ code: "tables.seatEnded" });
    await giveSeat(group.coordinator, { tableId, who: delegate(), isCoordinator: true });
    expect(await db.tableSeat.count({ where: { tableId } })).toBe(2);
    expect(await kinds()).toEqual([
      "tables.added",
      "tables.seatGiven",
      "tables.seatEnded",
      "tables.seatGiven",
    ]);
  });

  test("is one for each person, also when two give it at once", async () => {
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => giveSeat(group.coordinator, { tableId, who: delegate(), isCoordinator: false })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "tables.sitsThere", field: "who" });
    expect(await db.tableSeat.count({ where: { tableId } })).toBe(1);
  });

  test("is for who works in the programme, and for the body for which they do", async () => {
    const { staff, second, observer, outsider } = group;
    for (const who of [
      { personId: staff.personId, organisationId: second.id },
      { personId: staff.personId, organisationId: null },
      { personId: observer.personId, organisationId: null },
      { personId: outsider.personId, organisationId: null },
    ])
      await expect(giveSeat(group.coordinator, { tableId, who, isCoordinator: false })).rejects.toMatchObject(
        { code: "tables.notInProgramme", field: "who" },
      );
  });

  test("that nobody holds any more stands in nobody's way", async () => {
    await giveSeat(group.coordinator, { tableId, who: delegate(), isCoordinator: false });
    await db.roleAssignment.updateMany({
      where: { personId: group.staff.personId },
      data: { toAt: moment },
    });
    await aRole(group.staff.personId, "STAFF", {
      programmeId: group.programme.id,
      organisationId: group.second.id,
    });
    expect((await getTable(group.coordinator, group.programme.slug, tableId)).seats).toEqual([]);
    const who = { personId: group.staff.personId, organisationId: group.second.id };
    await giveSeat(group.coordinator, { tableId, who, isCoordinator: false });
    expect((await getTable(group.coordinator, group.programme.slug, tableId)).seats).toMatchObject([
      { body: { name: group.second.name } },
    ]);
  });

  test("of a delegate is given and ended by who leads the table, one's own by oneself", async () => {
    const leader = await seated(group, group.expert, { tableId, isCoordinator: true });
    await giveSeat(leader, { tableId, who: delegate(), isCoordinator: false });
    await endSeat(leader, { id: (await seatOf(group.staff.personId)).id });
    await giveSeat(leader, { tableId, who: delegate(), isCoordinator: false });
    await endSeat(group.staff, { id: (await seatOf(group.staff.personId)).id });
    await expectRefusal(() => giveSeat(leader, { tableId, who: delegate(), isCoordinator: true }));
    const other = await seated(group, group.otherReferent, {
      tableId,
      organisationId: group.second.id,
      isCoordinator: true,
    });
    await expectRefusal(async () => endSeat(leader, { id: (await seatOf(other.personId)).id }));
  });

  test("at another table leads nothing here", async () => {
    const elsewhere = await aTable(group, { title: "Altro" });
    const leader = await seated(group, group.expert, { tableId: elsewhere, isCoordinator: true });
    await expectRefusal(() => giveSeat(leader, { tableId, who: delegate(), isCoordinator: false }));
  });
});

denied("addTable", "to an expert", () =>
  addTable(group.expert, { programmeId: group.programme.id, ...texts, lang: "it" }),
);
denied("addTable", "to the coordinator of another programme", () =>
  addTable(group.outsider, { programmeId: group.programme.id, ...texts, lang: "it" }),
);
denied("changeTable", "to a referent", () =>
  changeTable(group.referent, { id: tableId, version: 1, ...texts }),
);
denied("removeTable", "to an expert", () => removeTable(group.expert, { id: tableId, version: 1 }));
denied("giveSeat", "to who does not lead the table", () =>
  giveSeat(group.referent, { tableId, who: delegate(), isCoordinator: false }),
);

describe("a place of somebody else", () => {
  let id: string;
  beforeEach(async () => {
    await giveSeat(group.coordinator, { tableId, who: delegate(), isCoordinator: false });
    id = (await seatOf(group.staff.personId)).id;
  });
  denied("endSeat", "to a colleague", () => endSeat(group.referent, { id }));

  test("is not there for who does not see the table", async () => {
    await expect(endSeat(group.outsider, { id })).rejects.toThrow(NotFoundError);
  });
});
