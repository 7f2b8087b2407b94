import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { StaleError } from "@/lib/platform/errors";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { conveneSession } from "@/lib/sessions/convening/mutations";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { anEnrolment, anOrganisation, aPerson, aRole, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSession, storedSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let draft: Awaited<ReturnType<typeof aSession>>;
const visitor = visitorActor(moment);
beforeAll(async () => {
  pilot = await aPilot();
  draft = await aSession(pilot.programme.id);
});

describe("convening", () => {
  test("invites the people of the bodies that take part, experts and coordinators, once each", async () => {
    const { programme, body, coordinator, expert, referent, staff } = await aPilot();
    const refused = await anOrganisation();
    await anEnrolment(programme.id, refused.id, "REFUSED");
    await actorAs("REFERENT", { programmeId: programme.id, organisationId: refused.id });
    const gone = await aPerson({ disabledAt: moment });
    await aRole(gone.id, "STAFF", { programmeId: programme.id, organisationId: body.id });
    const former = await aPerson();
    await aRole(former.id, "STAFF", { programmeId: programme.id, organisationId: body.id, toAt: moment });
    await aRole(expert.personId, "STAFF", { programmeId: programme.id, organisationId: body.id });
    const { id, version } = await aSession(programme.id);
    await conveneSession(coordinator, { id, version });
    const row = await storedSession(id);
    const invited = new Map(row.invitees.map((one) => [one.personId, one.organisationId]));
    expect(invited).toEqual(
      new Map([
        [coordinator.personId, null],
        [expert.personId, body.id],
        [referent.personId, body.id],
        [staff.personId, body.id],
      ]),
    );
    expect(row).toMatchObject({ state: "CONVENED", version: 2, convenedAt: moment });
    expect(row.vevent).toContain("STATUS:CONFIRMED");
    expect(await eventsOf(id)).toMatchObject([{ kind: "sessions.convened", data: { people: 4 } }]);
  });

  test("is refused in the past, and names the first day that will do", async () => {
    const { id, version } = await aSession(pilot.programme.id, {
      startsAt: new Date("2026-03-20T09:00:00Z"),
    });
    const friday = later(pilot.coordinator, new Date("2026-04-03T09:00:00Z"));
    expect(await refusal(conveneSession(friday, { id, version }))).toMatchObject({
      code: "sessions.inThePast",
      // after Easter and Monday the 6th
      params: { first: new Date("2026-04-07T10:00:00Z") },
    });
  });

  test("asks for the link of a webconference and the place of a meeting", async () => {
    const online = await aSession(pilot.programme.id, { url: null });
    const onSite = await aSession(pilot.programme.id, { mode: "IN_PERSON", url: null, place: null });
    expect((await refusal(conveneSession(pilot.coordinator, online)))?.code).toBe("sessions.linkMissing");
    expect((await refusal(conveneSession(pilot.coordinator, onSite)))?.code).toBe("sessions.placeMissing");
  });

  test("twice is refused by name", async () => {
    const { id } = await aSession(pilot.programme.id, { state: "CONVENED" });
    const error = await refusal(conveneSession(pilot.coordinator, { id, version: 1 }));
    expect(error).toMatchObject({
      code: "sessions.moveNotAllowed",
      params: { state: "CONVENED", move: "convene" },
    });
  });

  test("with a version that is out of date is refused, and changes nothing", async () => {
    const session = await aSession(pilot.programme.id);
    await changeSession(pilot.coordinator, aChange(session, { title: "Cambiato intanto" }));
    expect(await refusal(conveneSession(pilot.coordinator, session))).toBeInstanceOf(StaleError);
    expect(await storedSession(session.id)).toMatchObject({ state: "DRAFT", version: 2, invitees: [] });
  });
});

denied("conveneSession", "to an expert", () => conveneSession(pilot.expert, draft));
denied("conveneSession", "to staff, for whom a draft does not exist", () =>
  conveneSession(pilot.staff, draft),
);
denied("conveneSession", "to a visitor", () => conveneSession(visitor, draft));
