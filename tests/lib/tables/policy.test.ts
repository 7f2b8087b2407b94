import { beforeAll, expect, test } from "vitest";
import { type Actor, personActor, visitorActor } from "@/lib/platform/actor";
import {
  canEditTables,
  canEndSeat,
  canEnterTable,
  canOpenTable,
  canSeatAt,
  leadsTable,
  sitsAt,
} from "@/lib/tables/policy";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTable, seated } from "@/tests/support/table-factories";

let group: WorkingGroup;
let table: { id: string; programmeId: string };
let actors: [string, Actor][];
beforeAll(async () => {
  group = await aWorkingGroup();
  const id = await aTable(group);
  table = { id, programmeId: group.programme.id };
  const ofFirst = { tableId: id, organisationId: group.first.id };
  actors = [
    ["coordinator", group.coordinator],
    ["expert", group.expert],
    ["observer", group.observer],
    ["leader", await seated(group, group.referent, { ...ofFirst, isCoordinator: true })],
    ["delegate", await seated(group, group.staff, ofFirst)],
    ["otherReferent", group.otherReferent],
    ["administrator", group.administrator],
    ["outsider", group.outsider],
    ["visitor", visitorActor(moment)],
  ];
});
const allowed = (can: (actor: Actor) => boolean) =>
  actors.filter(([, actor]) => can(actor)).map(([name]) => name);

test("tables are kept by who runs the programme, seen by its people, opened by who sits there or reads all bodies", () => {
  expect(allowed((actor) => canEditTables(actor, table))).toEqual(["coordinator"]);
  expect(allowed((actor) => canEnterTable(actor, table))).toEqual([
    "coordinator",
    "expert",
    "observer",
    "leader",
    "delegate",
    "otherReferent",
  ]);
  expect(allowed((actor) => canOpenTable(actor, table))).toEqual([
    "coordinator",
    "expert",
    "observer",
    "leader",
    "delegate",
  ]);
});

test("seats are given by who runs the programme and who leads the table, ended by them and by oneself", () => {
  expect(allowed((actor) => canSeatAt(actor, table))).toEqual(["coordinator", "leader"]);
  const ofDelegate = { personId: group.staff.personId, isCoordinator: false, table };
  expect(allowed((actor) => canEndSeat(actor, ofDelegate))).toEqual(["coordinator", "leader", "delegate"]);
  const ofLeader = { personId: group.referent.personId, isCoordinator: true, table };
  expect(allowed((actor) => canEndSeat(actor, ofLeader))).toEqual(["coordinator", "leader"]);
  const ofAnother = { personId: group.expert.personId, isCoordinator: true, table };
  expect(allowed((actor) => canEndSeat(actor, ofAnother))).toEqual(["coordinator", "expert"]);
});

test("a seat holds in its programme, and while its body's role does", () => {
  const seat = { programmeId: table.programmeId, tableId: table.id };
  expect(allowed((actor) => sitsAt(actor, seat))).toEqual(["leader", "delegate"]);
  expect(allowed((actor) => leadsTable(actor, seat))).toEqual(["leader"]);
  expect(allowed((actor) => sitsAt(actor, { ...seat, programmeId: group.first.id }))).toEqual([]);
  const held = { ...seat, organisationId: group.first.id, isCoordinator: false };
  const role = (organisationId: string | null, name: "STAFF" | "OBSERVER") =>
    personActor(
      {
        personId: group.staff.personId,
        assignments: [{ role: name, programmeId: table.programmeId, organisationId }],
        seats: [held],
      },
      moment,
    ).seats.length;
  expect([
    role(group.first.id, "STAFF"),
    role(group.second.id, "STAFF"),
    role(group.first.id, "OBSERVER"),
  ]).toEqual([1, 0, 0]);
});
