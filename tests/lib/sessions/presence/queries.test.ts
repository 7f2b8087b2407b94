import { expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { countPresenceByBody } from "@/lib/sessions/presence/queries";
import { anEnrolment, anOrganisation, aPerson, aProgramme, moment } from "@/tests/support/factories";
import { aSession } from "@/tests/support/session-factories";

test("a body is present when one of its people was; sessions without attendance do not count", async () => {
  const programme = await aProgramme();
  const [there, absent] = [await anOrganisation(), await anOrganisation()];
  for (const { id } of [there, absent]) await anEnrolment(programme.id, id, "ACTIVE");
  const [one, colleague, other] = [await aPerson(), await aPerson(), await aPerson()];
  const past = { state: "CLOSED", audience: "PUBLIC", startsAt: new Date("2026-03-10T09:30:00Z") } as const;
  const held = await aSession(programme.id, past);
  const untaken = await aSession(programme.id, past);
  for (const sessionId of [held.id, untaken.id]) {
    await db.sessionInvitee.createMany({
      data: [
        { sessionId, personId: one.id, organisationId: there.id },
        { sessionId, personId: colleague.id, organisationId: there.id },
        { sessionId, personId: other.id, organisationId: absent.id },
      ],
    });
  }
  await db.attendance.createMany({
    data: [
      { sessionId: held.id, personId: one.id, present: false },
      { sessionId: held.id, personId: colleague.id, present: true },
      { sessionId: held.id, personId: other.id, present: false },
    ],
  });
  const counts = await countPresenceByBody(visitorActor(moment), programme.id);
  expect(counts.get(there.id)).toEqual({ present: 1, held: 1 });
  expect(counts.get(absent.id)).toEqual({ present: 0, held: 1 });
});
