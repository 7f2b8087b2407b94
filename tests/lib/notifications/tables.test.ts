import { beforeEach, expect, test } from "vitest";
import { listNotices } from "@/lib/notifications/centre/queries";
import { notify } from "@/lib/notifications/jobs";
import { addressOfPlace, placeOf } from "@/lib/notifications/subject";
import { db } from "@/lib/platform/db";
import { endSeat, giveSeat } from "@/lib/tables/mutations";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTable } from "@/tests/support/table-factories";

let group: WorkingGroup;
let tableId: string;
beforeEach(async () => {
  group = await aWorkingGroup();
  tableId = await aTable(group, { title: "Disciplina" });
});

async function tell(): Promise<void> {
  const events = await db.event.findMany({ where: { kind: "tables.seatGiven", subjectId: tableId } });
  for (const { id } of events) await notify({ eventId: id }, moment);
}

test("whoever is given a place at a table is told of it, with the way there", async () => {
  const who = { personId: group.staff.personId, organisationId: group.first.id };
  await giveSeat(group.coordinator, { tableId, who, isCoordinator: false });
  await tell();
  expect((await listNotices(group.staff, {})).rows).toMatchObject([
    { kind: "tableSeatGiven", about: { title: "Disciplina" } },
  ]);
  const { email } = await db.person.findUniqueOrThrow({ where: { id: group.staff.personId } });
  const mail = await db.mail.findFirstOrThrow({ where: { toAddress: email } });
  expect(mail).toMatchObject({
    template: "notifications.tableSeatGiven",
    params: { table: "Disciplina", link: expect.stringContaining(`/tavoli/${tableId}`) },
  });
  expect(addressOfPlace(placeOf("tableSeatGiven", { kind: "table", id: tableId }, "prova"), "it")).toBe(
    `/area/programmi/prova/tavoli/${tableId}`,
  );
});

test("nobody is told of a place that they took themselves, or that was ended before", async () => {
  const own = { personId: group.coordinator.personId, organisationId: null };
  await giveSeat(group.coordinator, { tableId, who: own, isCoordinator: true });
  const who = { personId: group.staff.personId, organisationId: group.first.id };
  await giveSeat(group.coordinator, { tableId, who, isCoordinator: false });
  const { id } = await db.tableSeat.findFirstOrThrow({ where: { tableId, personId: who.personId } });
  await endSeat(group.coordinator, { id });
  await tell();
  expect(await db.notification.count({ where: { subjectId: tableId } })).toBe(0);
});
