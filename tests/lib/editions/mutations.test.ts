import { describe, expect, test } from "vitest";
import { cloneProgramme, createProgramme, moveBody } from "@/lib/editions/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { endOfRomeDay, romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { exactDay, wholeMonth } from "@/lib/platform/source-date";
import { moveEnrolmentSchema } from "@/lib/programmes/enrolments/schema";
import { cloneProgrammeSchema, createProgrammeSchema } from "@/lib/programmes/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aPerson, aProgramme } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

const slug = () => `nuovo-${crypto.randomUUID().slice(0, 8)}`;
const texts = {
  title: "Nuova edizione",
  shortTitle: "Nuova",
  summary: "In breve.",
  description: "Per intero.",
};

async function chambers() {
  const programme = await aProgramme({ state: "CLOSED" });
  const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: programme.promoterId });
  const programmeId = programme.id;
  await db.programme.update({ where: { id: programmeId }, data: { end: exactDay("2012-10-30") } });
  const line = await db.actionLine.create({
    data: { programmeId, position: 1, title: "Linea", aim: "a", method: "m" },
  });
  const gate = await db.phase.create({
    data: { programmeId, position: 1, title: "Scelta", begin: wholeMonth("2012-05"), actionLineId: line.id },
  });
  const phase = await db.phase.create({
    data: { programmeId, position: 2, title: "Prova", gatePhaseId: gate.id },
  });
  const days = ["2012-07-09", "2012-09-04", "2012-09-25", "2012-10-09", "2012-10-23"];
  for (const day of days) {
    await db.session.create({
      data: {
        programmeId,
        phaseId: phase.id,
        kind: "ASSISTANCE",
        title: day,
        startsAt: romeInstant(day, "10:30"),
        endsAt: romeInstant(day, "12:30"),
        mode: "WEBCONFERENCE",
        url: "https://stanza.test/vecchia",
        state: "CLOSED",
        agenda: { create: [{ position: 1, title: "Criticità", minutes: 35, owner: "Ada" }] },
      },
    });
  }
  await db.deliverableRequest.create({
    data: { programmeId, position: 1, title: "Matrice", dueAt: endOfRomeDay("2012-10-08") },
  });
  await db.indicator.create({ data: { programmeId, position: 1, title: "Quota", unit: "%", target: 90 } });
  await db.programmeRole.create({
    data: { programmeId, position: 1, title: "Committenza", holder: "Qualcuno" },
  });
  await db.programmeContact.create({ data: { programmeId, position: 1, office: "Vecchio ufficio" } });
  await anEnrolment(programmeId, (await anOrganisation()).id, "CONCLUDED");
  return { programme, manager };
}
const clone = (source: string, start: string, coordinatorEmail: string) =>
  cloneProgrammeSchema.parse({
    source,
    start,
    slug: slug(),
    title: texts.title,
    shortTitle: texts.shortTitle,
    coordinatorEmail,
  });

describe("cloneProgramme", () => {
  test("copies the structure with the dates of the plan, never bodies, people or links", async () => {
    const { programme, manager } = await chambers();
    const person = await aPerson();
    const input = clone(programme.slug, "2026-03-02", person.email);
    await cloneProgramme(manager, input);
    const copy = await db.programme.findUniqueOrThrow({
      where: { slug: input.slug },
      include: {
        lines: true,
        phases: { orderBy: { position: "asc" } },
        sessions: { orderBy: { startsAt: "asc" }, include: { agenda: true } },
        requests: true,
        indicators: true,
        roles: true,
        contacts: true,
        enrolments: true,
        assignments: true,
      },
    });
    expect(copy).toMatchObject({
      state: "DRAFT",
      clonedFromId: programme.id,
      promoterId: programme.promoterId,
      end: exactDay("2026-06-23"),
    });
    expect(copy.sessions.map(({ startsAt }) => romeDay(startsAt))).toEqual([
      "2026-03-02",
      "2026-04-28",
      "2026-05-19",
      "2026-06-03",
      "2026-06-16",
    ]);
    for (const one of copy.sessions) {
      expect(romeTime(one.startsAt)).toBe("10:30");
      expect(one).toMatchObject({ state: "DRAFT", url: null, phaseId: copy.phases[1]?.id });
      expect(one.agenda).toMatchObject([{ title: "Criticità", minutes: 35, owner: null }]);
    }
    expect(copy.requests.map(({ dueAt }) => dueAt)).toEqual([endOfRomeDay("2026-06-01")]);
    expect(copy.phases[0]).toMatchObject({ actionLineId: copy.lines[0]?.id, begin: { precision: "month" } });
    expect(copy.phases[1]).toMatchObject({ gatePhaseId: copy.phases[0]?.id, begin: null });
    expect(copy.indicators).toMatchObject([{ title: "Quota", target: null }]);
    expect(copy.roles).toMatchObject([{ title: "Committenza", holder: null }]);
    expect([copy.contacts, copy.enrolments]).toEqual([[], []]);
    expect(copy.assignments).toMatchObject([{ role: "COORDINATOR", personId: person.id }]);
    expect(await db.event.count({ where: { subjectId: copy.id, kind: "programmes.cloned" } })).toBe(1);
  });

  test("leaves nothing behind when the address is taken", async () => {
    const { programme, manager } = await chambers();
    const input = { ...clone(programme.slug, "2026-03-02", "nuova@ente.test"), slug: programme.slug };
    await expect(cloneProgramme(manager, input)).rejects.toMatchObject({
      code: "programmes.slugTaken",
      field: "slug",
    });
    expect(await db.programme.count({ where: { clonedFromId: programme.id } })).toBe(0);
  });

  denied(
    "cloneProgramme",
    "to the coordinator of the programme",
    prepared(async () => {
      const { programme } = await chambers();
      const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
      return () => cloneProgramme(actor, clone(programme.slug, "2026-03-02", "x@ente.test"));
    }),
  );
  denied(
    "cloneProgramme",
    "to a manager of another organisation",
    prepared(async () => {
      const { programme } = await chambers();
      const actor = await actorAs("PROGRAMME_MANAGER", { organisationId: (await anOrganisation()).id });
      return () => cloneProgramme(actor, clone(programme.slug, "2026-03-02", "x@ente.test"));
    }),
  );
});

describe("createProgramme", () => {
  const create = (promoterId: string, coordinatorEmail: string) =>
    createProgrammeSchema.parse({ promoterId, slug: slug(), ...texts, coordinatorEmail });

  test("opens a draft and invites a coordinator who is not known yet", async () => {
    const promoter = await anOrganisation();
    const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: promoter.id });
    const email = `${slug()}@ente.test`;
    const made = await createProgramme(manager, create(promoter.id, email));
    const programme = await db.programme.findUniqueOrThrow({
      where: { slug: made.slug },
      include: { invitations: true },
    });
    expect(programme).toMatchObject({ state: "DRAFT", promoterId: promoter.id });
    expect(programme.invitations).toMatchObject([{ email, role: "COORDINATOR" }]);
  });

  denied(
    "createProgramme",
    "to the administrator",
    prepared(async () => {
      const promoter = await anOrganisation();
      const actor = await actorAs("ADMINISTRATOR");
      return () => createProgramme(actor, create(promoter.id, "x@ente.test"));
    }),
  );
  denied(
    "createProgramme",
    "to a manager of another organisation",
    prepared(async () => {
      const [own, other] = [await anOrganisation(), await anOrganisation()];
      const actor = await actorAs("PROGRAMME_MANAGER", { organisationId: own.id });
      return () => createProgramme(actor, create(other.id, "x@ente.test"));
    }),
  );
});

describe("moveBody", () => {
  const move = (actor: Actor, enrolmentId: string, which: string, version = 1) =>
    moveBody(
      actor,
      moveEnrolmentSchema.parse({ enrolmentId, version, move: which, agreed: ["Committenza"] }),
    );

  test("makes a selected body owe what is still asked of all", async () => {
    const programme = await aProgramme();
    const coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
    for (const [position, day] of ["2026-03-01", "2026-04-01", "2026-05-01"].entries()) {
      await db.deliverableRequest.create({
        data: { programmeId: programme.id, position: position + 1, title: day, dueAt: endOfRomeDay(day) },
      });
    }
    const body = await anOrganisation();
    const enrolment = await anEnrolment(programme.id, body.id, "UNDER_ASSESSMENT");
    await move(coordinator, enrolment.id, "select");
    await move(coordinator, enrolment.id, "activate", 2);
    expect(await db.deliverable.count({ where: { organisationId: body.id } })).toBe(2);
    await expect(move(coordinator, enrolment.id, "activate", 3)).rejects.toMatchObject({
      code: "programmes.moveNotAllowed",
    });
  });

  denied(
    "moveBody",
    "to the observer who agreed",
    prepared(async () => {
      const programme = await aProgramme();
      const enrolment = await anEnrolment(programme.id, (await anOrganisation()).id, "UNDER_ASSESSMENT");
      const actor = await actorAs("OBSERVER", { programmeId: programme.id });
      return () => move(actor, enrolment.id, "select");
    }),
  );
});
