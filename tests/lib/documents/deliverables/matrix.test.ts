import { expect, test } from "vitest";
import { buildMatrix } from "@/lib/documents/deliverables/matrix";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";

const at = new Date("2026-03-23T09:00:00Z");
const past = new Date("2026-03-20T22:59:59Z");
const ahead = new Date("2026-04-10T21:59:59Z");
const cell = (
  organisationId: string,
  requestId: string,
  state: DeliverableState,
  due: { at?: Date; late?: boolean; mine?: boolean } = {},
) => ({
  organisationId,
  requestId,
  state,
  dueAt: due.at ?? ahead,
  isLate: due.late ?? false,
  isMine: due.mine ?? false,
  organisation: { name: `Camera di ${organisationId}`, shortName: organisationId },
});
const cells = [
  cell("Valfiorita", "1", "LOCKED"),
  cell("Valfiorita", "2", "TO_DO", { at: past }),
  cell("Borgo", "1", "APPROVED", { at: past, late: true }),
  cell("Borgo", "2", "TO_DO", { mine: true }),
];

test("rows follow the names, counts cover everything", () => {
  const matrix = buildMatrix(cells, {}, at);
  expect(matrix.rows.map((row) => row.shortName)).toEqual(["Borgo", "Valfiorita"]);
  expect(matrix.counts).toEqual(
    new Map([
      ["LOCKED", 1],
      ["TO_DO", 2],
      ["APPROVED", 1],
    ]),
  );
  expect(matrix.late).toBe(2);
});

test("a filter keeps whole rows in which one deliverable fits all of it", () => {
  const names = (filter: Parameters<typeof buildMatrix>[1]) =>
    buildMatrix(cells, filter, at).rows.map((row) => row.shortName);
  expect(names({ state: "LOCKED" })).toEqual(["Valfiorita"]);
  expect(names({ late: "on" })).toEqual(["Borgo", "Valfiorita"]);
  expect(names({ late: "on", state: "TO_DO" })).toEqual(["Valfiorita"]);
  expect(names({ body: "Borgo" })).toEqual(["Borgo"]);
  expect(names({ body: "Borgo", state: "LOCKED" })).toEqual([]);
  expect(buildMatrix(cells, { state: "LOCKED" }, at).rows[0]?.cells.size).toBe(2);
});

test("is narrowed to a request, and to what waits for the reader", () => {
  const names = (filter: Parameters<typeof buildMatrix>[1]) =>
    buildMatrix(cells, filter, at).rows.map((row) => row.shortName);
  expect(names({ mine: "on" })).toEqual(["Borgo"]);
  expect(names({ request: "1", state: "LOCKED" })).toEqual(["Valfiorita"]);
  expect(names({ request: "3" })).toEqual([]);
  expect(buildMatrix(cells, {}, at).mine).toBe(1);
});
