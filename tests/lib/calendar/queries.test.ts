import { beforeAll, describe, expect, test } from "vitest";
import { getOpenMonth, getOwnMonth, getWeekAround } from "@/lib/calendar/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
const visitor = visitorActor(moment);
const titles = (sessions: { title: string }[]) => sessions.map((one) => one.title);

beforeAll(async () => {
  pilot = await aPilot();
  const { id } = pilot.programme;
  await aSession(id, { title: "Bozza" });
  await aSession(id, { title: "Riservato", state: "CONVENED" });
  await aSession(id, { title: "Pubblico", state: "CONVENED", audience: "PUBLIC" });
  await aSession(id, {
    title: "Annullato",
    state: "CANCELLED",
    convenedAt: moment,
    audience: "PUBLIC",
    mode: "IN_PERSON",
    startsAt: new Date("2026-03-30T08:00:00Z"),
  });
  await aSession(id, {
    title: "Aprile",
    state: "CONVENED",
    audience: "PUBLIC",
    startsAt: new Date("2026-04-01T08:00:00Z"),
  });
  const elsewhere = await aProgramme();
  await aSession(elsewhere.id, { title: "Altrove", state: "CONVENED", audience: "PUBLIC" });
  const other = await anOrganisation();
  for (const [position, due] of ["2026-03-25T22:59:59Z", "2026-05-10T21:59:59Z"].entries()) {
    const dueAt = new Date(due);
    await db.deliverableRequest.create({
      data: {
        programmeId: id,
        position,
        title: `Schede ${position}`,
        dueAt,
        deliverables: {
          create: [
            { organisationId: pilot.body.id, dueAt },
            { organisationId: other.id, dueAt },
          ],
        },
      },
    });
  }
});

describe("the public month", () => {
  test("shows what the public sees on its sheet, earliest first", async () => {
    const { sessions, isCut } = await getOpenMonth(visitor, { month: "2026-03" });
    expect(titles(sessions).toSorted()).toEqual(["Altrove", "Annullato", "Aprile", "Pubblico"]);
    expect(sessions[0]?.title).toBe("Annullato");
    expect(isCut).toBe(false);
  });

  test("as a list holds the month alone, and keeps to its filters", async () => {
    const filter = { programme: pilot.programme.slug };
    const month = (more: object) =>
      getOpenMonth(visitor, { month: "2026-03", view: "list", filter: { ...filter, ...more } });
    expect(titles((await month({})).sessions)).toEqual(["Annullato", "Pubblico"]);
    expect(titles((await month({ mode: "IN_PERSON" })).sessions)).toEqual(["Annullato"]);
    expect(titles((await month({ kind: "SEMINAR" })).sessions)).toEqual([]);
  });

  test("offers the programmes that the public sees", async () => {
    const hidden = await aProgramme({ state: "DRAFT" });
    const slugs = (await getOpenMonth(visitor, { month: "2020-01" })).programmes.map((one) => one.slug);
    expect(slugs).toContain(pilot.programme.slug);
    expect(slugs).not.toContain(hidden.slug);
  });
});

describe("a week", () => {
  test("holds what begins in it, and nothing of the days around", async () => {
    const week = (day: string) => getOpenMonth(visitor, { month: "2026-01", week: day, view: "week" });
    // Two of them begin at the same moment.
    const found = titles((await week("2026-03-30")).sessions);
    expect(found.toSorted()).toEqual(["Altrove", "Annullato", "Aprile", "Pubblico"]);
    expect([found.at(0), found.at(-1)]).toEqual(["Annullato", "Aprile"]);
    expect(titles((await week("2026-03-23")).sessions)).toEqual([]);
  });
});

describe("the filter by body", () => {
  test("finds what a body is convened to, with all or by name, and what it hosts", async () => {
    const { programme, body } = await aPilot();
    const [named, host, outsider] = [await anOrganisation(), await anOrganisation(), await anOrganisation()];
    await anEnrolment(programme.id, named.id, "ACTIVE");
    await anEnrolment(programme.id, outsider.id, "APPLIED");
    const facts = { state: "CONVENED", audience: "PUBLIC" } as const;
    await aSession(programme.id, { ...facts, title: "Di tutti" });
    const some = await aSession(programme.id, { ...facts, title: "Di alcuni" });
    await db.session.update({
      where: { id: some.id },
      data: { allBodies: false, hostId: host.id, bodies: { create: { organisationId: named.id } } },
    });
    const found = async (slug: string) =>
      titles(
        (await getOpenMonth(visitor, { month: "2026-03", filter: { programme: programme.slug, body: slug } }))
          .sessions,
      ).toSorted();
    expect(await found(body.slug)).toEqual(["Di tutti"]);
    expect(await found(named.slug)).toEqual(["Di alcuni", "Di tutti"]);
    expect(await found(host.slug)).toEqual(["Di alcuni"]);
    expect(await found(outsider.slug)).toEqual([]);
    const offered = (await getOpenMonth(visitor, { month: "2020-01" })).bodies.map((one) => one.slug);
    expect(offered).toEqual(expect.arrayContaining([body.slug, named.slug]));
    expect(offered).not.toContain(outsider.slug);
  });
});

describe("what is one's own", () => {
  test("is the sessions to which one is invited and what one's body owes, an extension as it stands", async () => {
    const { programme, body, staff, coordinator } = await aPilot();
    await aSession(programme.id, { title: "Convocato", state: "CONVENED", invitedIds: [staff.personId] });
    await aSession(programme.id, { title: "Di altri", state: "CONVENED" });
    const [dueAt, newDueAt] = [new Date("2026-03-10T17:00:00Z"), new Date("2026-03-25T17:00:00Z")];
    await db.deliverableRequest.create({
      data: {
        programmeId: programme.id,
        position: 0,
        title: "Schede",
        dueAt,
        deliverables: {
          create: {
            organisationId: body.id,
            dueAt: newDueAt,
            extensions: { create: { newDueAt, reason: "malattia", grantedAt: moment } },
          },
        },
      },
    });
    const mine = await getOwnMonth(staff, { month: "2026-03", filter: { mine: true } });
    expect(titles(mine.sessions)).toEqual(["Convocato"]);
    expect(mine.deadlines).toMatchObject([{ kind: "deliverable", dueAt: newDueAt, isExtended: true }]);
    const all = await getOwnMonth(staff, { month: "2026-03" });
    expect(titles(all.sessions).toSorted()).toEqual(["Convocato", "Di altri"]);
    expect((await getOwnMonth(coordinator, { month: "2026-03", filter: { mine: true } })).deadlines).toEqual(
      [],
    );
    expect((await getOwnMonth(coordinator, { month: "2026-03" })).deadlines).toMatchObject([
      { kind: "request", dueAt, isExtended: false },
    ]);
  });
});

describe("a person's own month", () => {
  test("holds the sessions of its programmes and what its body owes, not what others owe", async () => {
    const month = await getOwnMonth(pilot.staff, { month: "2026-03" });
    expect(titles(month.sessions).toSorted()).toEqual(["Annullato", "Aprile", "Pubblico", "Riservato"]);
    expect(month.deadlines).toMatchObject([{ kind: "deliverable", title: "Schede 0", state: "TO_DO" }]);
  });

  test("holds drafts and each request once for the coordinator", async () => {
    const month = await getOwnMonth(pilot.coordinator, { month: "2026-03" });
    expect(titles(month.sessions)).toContain("Bozza");
    expect(month.deadlines).toMatchObject([{ kind: "request", title: "Schede 0", body: null }]);
  });
});

test("the week around a session leaves the session itself out", async () => {
  const at = new Date("2026-03-31T08:30:00Z");
  const all = await getWeekAround(pilot.coordinator, at);
  const own = all.sessions.find((one) => one.title === "Pubblico");
  const rest = await getWeekAround(pilot.coordinator, at, own?.id);
  expect(titles(rest.sessions)).toEqual(titles(all.sessions).filter((title) => title !== "Pubblico"));
  expect(rest.deadlines).toEqual([]);
});
