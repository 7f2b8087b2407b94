import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { getTable, listPublicTables, listSeats, listTables } from "@/lib/tables/queries";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTable, seated, withSeats } from "@/tests/support/table-factories";

let group: WorkingGroup;
let open: string;
let closed: string;
beforeAll(async () => {
  group = await aWorkingGroup();
  open = await aTable(group, { title: "Aperto", isPublic: true });
  closed = await aTable(group, { title: "Riservato" });
  await seated(group, group.expert, { tableId: open, isCoordinator: true });
  await seated(group, group.staff, { tableId: open, organisationId: group.first.id });
  await seated(group, group.referent, { tableId: open, organisationId: group.first.id });
});

describe("the tables of a programme", () => {
  test("say who leads, how many sit there and for how many bodies, and which are one's own", async () => {
    expect(await listTables(await withSeats(group.staff), group.programme.id)).toMatchObject([
      { title: "Aperto", people: 3, bodies: 1, leaders: ["Ada Ginestrelli"], isMine: true },
      { title: "Riservato", people: 0, bodies: 0, leaders: [], isMine: false },
    ]);
  });

  test("are for its people; others know of those that are public, never of who sits there", async () => {
    const visitor = visitorActor(moment);
    for (const actor of [visitor, group.outsider, group.administrator]) {
      expect((await listTables(actor, group.programme.id)).map(({ title }) => title)).toEqual(["Aperto"]);
      await expect(getTable(actor, group.programme.slug, open)).rejects.toThrow(NotFoundError);
      await expect(listSeats(actor, group.programme.slug, open)).rejects.toThrow(NotFoundError);
      await expect(getTable(actor, group.programme.slug, closed)).rejects.toThrow(NotFoundError);
    }
    const shown = await listPublicTables(visitor, group.programme.id);
    expect(shown).toMatchObject([{ title: "Aperto", bodies: [group.first.shortName] }]);
    expect(JSON.stringify(shown)).not.toContain("Ginestrelli");
  });

  test("of another programme are not there", async () => {
    const other = await aWorkingGroup();
    await expect(getTable(other.coordinator, other.programme.slug, open)).rejects.toThrow(NotFoundError);
  });
});

describe("one table", () => {
  test("offers those who work in the programme and do not sit there yet, for each body once", async () => {
    const { candidates } = await getTable(group.coordinator, group.programme.slug, open);
    expect(candidates.map(({ value }) => value).sort()).toEqual(
      [group.coordinator.personId, `${group.otherReferent.personId}:${group.second.id}`].sort(),
    );
  });

  test("says what each may do", async () => {
    const view = async (actor: WorkingGroup["staff"]) => {
      const { mayEdit, maySeat, mayOpen, candidates, seats } = await getTable(
        await withSeats(actor),
        group.programme.slug,
        open,
      );
      const ends = seats.filter(({ mayEnd }) => mayEnd).length;
      return { mayEdit, maySeat, mayOpen, ends, candidates: candidates.length };
    };
    const none = { mayEdit: false, maySeat: false, mayOpen: false, ends: 0, candidates: 0 };
    expect(await view(group.coordinator)).toEqual({
      mayEdit: true,
      maySeat: true,
      mayOpen: true,
      ends: 3,
      candidates: 2,
    });
    expect(await view(group.expert)).toEqual({
      ...none,
      maySeat: true,
      mayOpen: true,
      ends: 3,
      candidates: 2,
    });
    expect(await view(group.staff)).toEqual({ ...none, mayOpen: true, ends: 1 });
    expect(await view(group.observer)).toEqual({ ...none, mayOpen: true });
    expect(await view(group.otherReferent)).toEqual(none);
  });

  test("forgets who works there no more, and who was disabled", async () => {
    const other = await aWorkingGroup();
    const tableId = await aTable(other);
    await seated(other, other.staff, { tableId, organisationId: other.first.id });
    await seated(other, other.referent, { tableId, organisationId: other.first.id });
    await db.roleAssignment.updateMany({ where: { personId: other.staff.personId }, data: { toAt: moment } });
    await db.person.update({ where: { id: other.referent.personId }, data: { disabledAt: moment } });
    expect(await listSeats(other.coordinator, other.programme.slug, tableId)).toEqual([]);
    expect(await withSeats({ ...other.staff, assignments: [] })).toMatchObject({ seats: [] });
  });
});
