import { beforeAll, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { makeRegister } from "@/lib/sessions/attendance/document";
import { addAttendee } from "@/lib/sessions/attendance/mutations";
import { getRegister } from "@/lib/sessions/attendance/queries";
import { recordAttendance } from "@/lib/sessions/record/mutations";
import { aPerson, moment } from "@/tests/support/factories";
import { readPdf } from "@/tests/support/pdf";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;

beforeAll(async () => {
  pilot = await aPilot();
});

const print = async (id: string, locale: "it" | "en" = "it") =>
  readPdf(await makeRegister(await getRegister(pilot.coordinator, id), moment, locale));

test("before anything is recorded it has lines to be signed, for those expected and a few more", async () => {
  const { id } = await aSession(pilot.programme.id, {
    state: "CONVENED",
    invitedIds: [pilot.referent.personId, pilot.expert.personId],
  });
  const register = await print(id);
  expect(register).toMatchObject({
    isMarked: true,
    language: "it-IT",
    title: expect.stringMatching(/^Registro delle presenze: /),
  });
  expect(register.text).toContain("Firma");
  expect(register.text).toContain("31 marzo 2026, 10:30-12:30");
  // A header, two people, four blank lines; each names its row.
  expect(register.tags.filter((tag) => tag === "TR")).toHaveLength(7);
  expect(register.tags.filter((tag) => tag === "TH")).toHaveLength(4 + 6);
  expect((await print(id, "en")).text).toContain("Signature");
});

test("afterwards it says who was there, who came uninvited, who was away and why", async () => {
  const { id } = await aSession(pilot.programme.id, {
    state: "CONVENED",
    startsAt: new Date("2026-03-10T09:30:00Z"),
    invitedIds: [pilot.referent.personId, pilot.expert.personId],
  });
  await addAttendee(pilot.coordinator, { id, person: pilot.staff.personId });
  const { version } = await db.session.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await recordAttendance(pilot.coordinator, {
    id,
    version,
    attendance: {
      [pilot.staff.personId]: { presence: "present" },
      [pilot.referent.personId]: { presence: "absent", kind: "DUTY", reason: "udienza in tribunale" },
    },
  });
  const register = await print(id);
  for (const said of [
    "Presenze registrate",
    "Presente, senza convocazione",
    "Altri impegni di servizio: udienza in tribunale",
    "Non indicato",
  ]) {
    expect(register.text).toContain(said);
  }
  expect(register.text).not.toContain("Firma ");
});

test("of many people goes over several numbered pages, each row once", async () => {
  const people = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      aPerson({ familyName: `Partecipante${String(index).padStart(2, "0")}` }),
    ),
  );
  const { id } = await aSession(pilot.programme.id, {
    state: "CONVENED",
    invitedIds: people.map((one) => one.id),
  });
  const register = await print(id);
  expect(register.pages.length).toBeGreaterThan(2);
  for (const [index, page] of register.pages.entries()) {
    expect(page).toContain(`${index + 1} / ${register.pages.length}`);
    // Each sheet is signed by itself, so each says what its columns are.
    if (page.includes("Partecipante")) expect(page).toContain("Firma");
  }
  for (let index = 0; index < 60; index += 1) {
    const name = `Partecipante${String(index).padStart(2, "0")}`;
    expect(register.text.split(name)).toHaveLength(2);
  }
});

test("is the coordinator's alone, and does not exist of a cancelled session", async () => {
  const { id } = await aSession(pilot.programme.id, { state: "CONVENED", audience: "PUBLIC" });
  for (const actor of [pilot.expert, pilot.observer, pilot.staff, visitorActor(moment)]) {
    await expect(getRegister(actor, id)).rejects.toBeInstanceOf(ForbiddenError);
  }
  const hidden = await aSession(pilot.programme.id, { state: "CONVENED" });
  await expect(getRegister(visitorActor(moment), hidden.id)).rejects.toBeInstanceOf(NotFoundError);
  const cancelled = await aSession(pilot.programme.id, { state: "CANCELLED", convenedAt: moment });
  await expect(getRegister(pilot.coordinator, cancelled.id)).rejects.toBeInstanceOf(NotFoundError);
});
