import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { StaleError } from "@/lib/platform/errors";
import { cancelSession } from "@/lib/sessions/cancelling/mutations";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSession, storedSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let draft: Awaited<ReturnType<typeof aSession>>;
let convened: typeof draft;
let open: typeof draft;
const visitor = visitorActor(moment);
beforeAll(async () => {
  pilot = await aPilot();
  const { id } = pilot.programme;
  const invitedIds = [pilot.staff.personId];
  draft = await aSession(id);
  convened = await aSession(id, { state: "CONVENED", invitedIds });
  open = await aSession(id, { state: "CONVENED", audience: "PUBLIC", invitedIds });
});

describe("cancelling", () => {
  test("keeps the reason, raises the number and marks the entry", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    await cancelSession(pilot.coordinator, { ...session, reason: "Indisponibilità della faculty" });
    const row = await storedSession(session.id);
    expect(row).toMatchObject({
      state: "CANCELLED",
      sequence: 1,
      cancelReason: "Indisponibilità della faculty",
    });
    expect(row.vevent).toContain("STATUS:CANCELLED");
    expect(await eventsOf(session.id)).toMatchObject([
      { kind: "sessions.cancelled", data: { wasConvened: true, sequence: 1 } },
    ]);
  });

  test("with a version that is out of date is refused, and changes nothing", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    await changeSession(pilot.coordinator, aChange(session, { title: "Cambiato intanto" }));
    const cancelled = cancelSession(pilot.coordinator, { ...session, reason: "Si sposta" });
    expect(await refusal(cancelled)).toBeInstanceOf(StaleError);
    expect(await storedSession(session.id)).toMatchObject({ state: "CONVENED", version: 2 });
  });
});

denied("cancelSession", "to a referent", () => cancelSession(pilot.referent, { ...convened, reason: "no" }));
denied("cancelSession", "to an expert", () => cancelSession(pilot.expert, { ...draft, reason: "no" }));
denied("cancelSession", "to a visitor", () => cancelSession(visitor, { ...open, reason: "no" }));
