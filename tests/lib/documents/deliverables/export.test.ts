import { beforeAll, describe, expect, test } from "vitest";
import { deliverablesList } from "@/lib/documents/deliverables/export";
import { visitorActor } from "@/lib/platform/actor";
import { ForbiddenError } from "@/lib/platform/errors";
import { later } from "@/tests/support/actors";
import { aDeliverable, aWorkingGroup, sent, type WorkingGroup } from "@/tests/support/document-factories";
import { exported } from "@/tests/support/exported";
import { moment } from "@/tests/support/factories";

const due = new Date("2026-03-27T22:59:00Z");
const afterwards = new Date("2026-03-30T09:00:00Z");

let group: WorkingGroup;
let programme: string;

beforeAll(async () => {
  group = await aWorkingGroup();
  programme = group.programme.slug;
  const first = await aDeliverable(group, "Piano di comunicazione");
  await aDeliverable(group, "Relazione finale");
  await sent(group, first.id);
});

describe("deliverables as a file", () => {
  test("are one row a body and request, by body and in the order of the requests", async () => {
    const { headers, rows } = await exported(deliverablesList, group.coordinator, { programme });
    expect(headers).toEqual([
      "Ente",
      "Richiesta",
      "Termine",
      "Stato",
      "Nello stato dal",
      "Inviata il",
      "In ritardo",
    ]);
    const names = [group.first.name, group.second.name].toSorted((a, b) => a.localeCompare(b, "it"));
    expect(rows.map(([body, request]) => [body, request])).toEqual(
      names.flatMap((name) => [
        [name, "Piano di comunicazione"],
        [name, "Relazione finale"],
      ]),
    );
    const handedIn = rows.filter((row) => row[3] === "Inviata");
    expect(handedIn).toEqual([
      [group.first.name, "Piano di comunicazione", expect.any(Date), "Inviata", moment, moment, "no"],
    ]);
    expect(Math.abs(Number(handedIn[0]?.[2]) - due.getTime())).toBeLessThan(60_000);
  });

  test("are narrowed by state and body", async () => {
    const filters = { programme, state: "TO_DO", body: group.first.id };
    const { rows } = await exported(deliverablesList, group.expert, filters, "en");
    expect(rows.map((row) => [row[0], row[1], row[3], row[6]])).toEqual([
      [group.first.name, "Relazione finale", "To do", "no"],
    ]);
  });

  test("are late as on the page: what was due and never came counts", async () => {
    const { rows } = await exported(deliverablesList, later(group.coordinator, afterwards), {
      programme,
      late: "on",
    });
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row[3] === "Da fare" && row[6] === "sì")).toBe(true);
  });

  test("show a body its own", async () => {
    const { rows } = await exported(deliverablesList, group.staff, { programme });
    expect(rows.map((row) => row[0])).toEqual([group.first.name, group.first.name]);
  });

  test("are closed to people of another programme and to visitors", async () => {
    for (const actor of [group.outsider, visitorActor(moment)])
      await expect(exported(deliverablesList, actor, { programme })).rejects.toThrow(ForbiddenError);
  });
});
