import { test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { actorAs, actorFor } from "@/tests/support/actors";
import { expectRefusal } from "@/tests/support/denied";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
export type Deputies = {
  pilot: Pilot;
  deputy: Actor & { personId: string };
  /** the same person after the role in the programme ended */
  former: Actor;
  /** deputy of another session of the programme */
  other: Actor & { personId: string };
};

/** A pilot with two of its people who run a session each. */
export async function somebodyInCharge(): Promise<Deputies> {
  const pilot = await aPilot();
  const inBody = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
  const deputy = await actorAs("REFERENT", inBody);
  const other = await actorAs("REFERENT", inBody);
  await aSession(pilot.programme.id, { deputyId: other.personId });
  return { pilot, deputy, former: actorFor(deputy.personId), other };
}

type Act<Ground> = { ground: () => Promise<Ground>; act: (actor: Actor, ground: Ground) => Promise<unknown> };

/**
 * Declares the test that an act belongs to running a session: refused to whoever left the programme and to the deputy of
 * another session of it, then done by the deputy.
 */
export function runs<Ground>(deputies: () => Deputies, name: string, { ground, act }: Act<Ground>): void {
  test(name, async () => {
    const at = await ground();
    const { deputy, former, other } = deputies();
    await expectRefusal(() => act(former, at));
    await expectRefusal(() => act(other, at));
    await act(deputy, at);
  });
}
