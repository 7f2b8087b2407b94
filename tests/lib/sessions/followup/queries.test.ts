import { beforeAll, describe, expect, test } from "vitest";
import { grantExtension } from "@/lib/documents/deliverables/extensions/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { followUpList } from "@/lib/sessions/followup/export";
import { getFollowUp, getLateAtLastSession, listToClose } from "@/lib/sessions/followup/queries";
import { getFrame, getToday } from "@/lib/today/queries";
import { actorAs } from "@/tests/support/actors";
import { aDeliverable, aWorkingGroup, sent } from "@/tests/support/document-factories";
import { exported } from "@/tests/support/exported";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let silent: { id: string; name: string };
let stranger: Actor;
const day = 86_400_000;

/** Three sessions held, one to come; the body there, then away, then not said; a second body never convened. */
beforeAll(async () => {
  pilot = await aPilot();
  silent = await anOrganisation();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  await anEnrolment(pilot.programme.id, silent.id, "ACTIVE");
  const presences = [true, false, null, null];
  for (const [index, present] of presences.entries()) {
    const startsAt = new Date(moment.getTime() + (index - 3) * 5 * day + (index === 3 ? day : 0));
    const session = await aSession(pilot.programme.id, {
      title: `Incontro ${index + 1}`,
      state: index === 0 ? "CLOSED" : "CONVENED",
      startsAt,
      invitedIds: [pilot.expert.personId],
    });
    await db.sessionInvitee.create({
      data: { sessionId: session.id, personId: pilot.staff.personId, organisationId: pilot.body.id },
    });
    if (present === null) continue;
    await db.attendance.create({
      data: { sessionId: session.id, personId: pilot.staff.personId, present },
    });
  }
  await aSession(pilot.programme.id, { title: "Bozza" });
  await aSession(pilot.programme.id, { title: "Annullato", state: "CANCELLED", convenedAt: moment });
});

describe("the follow-up", () => {
  test("shows convened and closed sessions in the order of time with what each lacks", async () => {
    const { sessions } = await getFollowUp(pilot.coordinator, pilot.programme.slug);
    expect(sessions.map((one) => [one.title, one.phase, one.missing])).toEqual([
      ["Incontro 1", "CLOSED", ["minutes"]],
      ["Incontro 2", "HELD", ["minutes", "closing"]],
      ["Incontro 3", "HELD", ["attendance", "minutes", "closing"]],
      ["Incontro 4", "CONVENED", []],
    ]);
  });

  test("shows each body at each session, also one that was never convened", async () => {
    const { sessions, bodies } = await getFollowUp(pilot.observer, pilot.programme.slug);
    const of = (id: string) => {
      const body = bodies.find((one) => one.id === id);
      return sessions.map((one) => body?.presence.get(one.id) ?? "notConvened");
    };
    expect(of(pilot.body.id)).toEqual(["present", "absent", "notSaid", "notSaid"]);
    expect(of(silent.id)).toEqual(["notConvened", "notConvened", "notConvened", "notConvened"]);
  });

  test("counts for its body who came without an invitation", async () => {
    const { programme, body, staff, coordinator } = await aPilot();
    const session = await aSession(programme.id, {
      state: "CONVENED",
      startsAt: new Date(moment.getTime() - day),
    });
    await db.attendance.create({
      data: { sessionId: session.id, personId: staff.personId, organisationId: body.id, present: true },
    });
    const { bodies } = await getFollowUp(coordinator, programme.slug);
    expect(bodies.map((one) => [one.id, one.presence.get(session.id)])).toEqual([[body.id, "present"]]);
  });

  test("goes back page by page without losing or repeating a session", async () => {
    const { slug } = pilot.programme;
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await getFollowUp(pilot.coordinator, slug, { after: readCursor(after), size: 1 });
      seen.unshift(...page.sessions.map((one) => one.title));
      after = page.next;
    }
    expect(after).toBeUndefined();
    expect(seen).toEqual(["Incontro 1", "Incontro 2", "Incontro 3", "Incontro 4"]);
  });

  test("as a file has a row for each session and body, the newest first", async () => {
    const { headers, rows } = await exported(followUpList, pilot.expert, { programme: pilot.programme.slug });
    expect(headers).toHaveLength(9);
    expect(rows).toHaveLength(8);
    const own = rows.filter((row) => row[7] === pilot.body.name);
    expect(own.map((row) => [row[1], row[2], row[5], row[8]])).toEqual([
      ["Incontro 4", "Convocato", 120, "Non indicato"],
      ["Incontro 3", "Da chiudere", 120, "Non indicato"],
      ["Incontro 2", "Da chiudere", 120, "Assente"],
      ["Incontro 1", "Svolto", 120, "Presente"],
    ]);
    expect(own[1]?.[3]).toBe("Presenze da registrare, Verbale da scrivere, Da chiudere");
  });

  test("is not for a body's people, and does not exist for others", async () => {
    const { slug } = pilot.programme;
    for (const read of [getFollowUp, getLateAtLastSession]) {
      for (const actor of [pilot.referent, pilot.staff, pilot.manager]) {
        await expect(read(actor, slug)).rejects.toBeInstanceOf(ForbiddenError);
      }
      for (const actor of [stranger, visitorActor(moment)]) {
        await expect(read(actor, slug)).rejects.toBeInstanceOf(NotFoundError);
      }
    }
    await expect(exported(followUpList, pilot.staff, { programme: slug })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const leads = async (actor: Actor) => (await getFrame(actor, slug)).current?.followsUp;
    expect([await leads(pilot.coordinator), await leads(pilot.observer), await leads(pilot.staff)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("what was late at the last session", () => {
  test("is what was due before it and sent after its beginning, or not at all", async () => {
    const group = await aWorkingGroup();
    const late = await aDeliverable(group, "Piano in ritardo");
    const onTime = await aDeliverable(group, "Piano in tempo");
    const startsAt = new Date("2026-03-30T08:30:00Z");
    await aSession(group.programme.id, { title: "L’ultimo", state: "CONVENED", startsAt });
    await aSession(group.programme.id, {
      title: "Quello dopo",
      state: "CONVENED",
      startsAt: new Date("2026-04-20T08:30:00Z"),
    });
    await sent(group, onTime.id);
    const after = new Date("2026-04-01T08:00:00Z");
    const at = (date: Date) =>
      actorAs("COORDINATOR", { programmeId: group.programme.id }, date).then((actor) =>
        getLateAtLastSession(actor, group.programme.slug),
      );
    const before = await at(new Date("2026-03-25T08:00:00Z"));
    expect(before).toEqual({ session: null, deliverables: [] });
    const found = await at(after);
    expect(found.session?.title).toBe("L’ultimo");
    // Two bodies owe each request; only one thing was sent.
    expect(found.deliverables.map((one) => one.request.title).toSorted()).toEqual([
      "Piano in ritardo",
      "Piano in ritardo",
      "Piano in tempo",
    ]);
    // A later due date of one body is not late at the session.
    const { version } = await db.deliverable.findUniqueOrThrow({ where: { id: late.id } });
    await grantExtension(group.coordinator, {
      id: late.id,
      version,
      newDueDay: "2026-04-15",
      reason: "malattia",
    });
    expect((await at(after)).deliverables).toHaveLength(2);
  });
});

describe("sessions to be closed", () => {
  test("are asked of their coordinator on the first page, the oldest first, three days after their end", async () => {
    const titles = async (actor: Actor) => (await listToClose(actor)).map((one) => one.title);
    expect(await titles(pilot.coordinator)).toEqual(["Incontro 2", "Incontro 3"]);
    for (const actor of [pilot.expert, pilot.staff, stranger, visitorActor(moment)]) {
      expect(await titles(actor)).toEqual([]);
    }
    expect((await getToday(pilot.coordinator)).toClose.map((one) => one.missing)).toEqual([
      ["minutes", "closing"],
      ["attendance", "minutes", "closing"],
    ]);
  });
});
