import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { beginReading, endReading, keepReading } from "@/lib/forum/readers/mutations";
import { listReaders } from "@/lib/forum/readers/queries";
import { personActor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const pilot = await aPilot();
const { id: threadId } = await aThread((await aCategory(pilot.programme.id, { isPublic: true })).id);
const portal = (at = moment) => systemActor("live", at);
const secondsLater = (seconds: number) => new Date(moment.getTime() + seconds * 1_000);
const lookingAt = (at: Date) =>
  personActor(
    { personId: pilot.coordinator.personId as string, assignments: pilot.coordinator.assignments },
    at,
  );
const idsAt = async (at: Date) => (await listReaders(lookingAt(at), threadId)).map(({ id }) => id);

beforeEach(async () => {
  await db.threadReader.deleteMany();
});

describe("who has a thread open", () => {
  test("is shown to others once, however many windows, and not to oneself", async () => {
    const streamId = randomUUID();
    await beginReading(pilot.staff, { streamId, threadId });
    await beginReading(pilot.staff, { streamId: randomUUID(), threadId });
    await beginReading(pilot.coordinator, { streamId: randomUUID(), threadId });
    expect(await idsAt(moment)).toEqual([pilot.staff.personId]);
    await endReading(portal(), { streamId, threadId });
    expect(await idsAt(moment)).toEqual([pilot.staff.personId]);
  });

  test("counts for as long as something is heard of the stream, and is then forgotten", async () => {
    const streamId = randomUUID();
    await beginReading(pilot.staff, { streamId, threadId });
    await keepReading(portal(secondsLater(20)), [streamId]);
    expect(await idsAt(secondsLater(60))).toEqual([pilot.staff.personId]);
    expect(await idsAt(secondsLater(71))).toEqual([]);
    await keepReading(portal(secondsLater(71)), []);
    expect(await db.threadReader.count()).toBe(0);
  });

  test("is no business of whoever takes no part in the programme", async () => {
    await expect(listReaders(pilot.manager, threadId)).rejects.toThrow(ForbiddenError);
  });
});

denied("beginReading", "to a visitor of a public thread", () =>
  beginReading(visitorActor(moment), { streamId: randomUUID(), threadId }),
);
denied("beginReading", "to a manager who takes no part", () =>
  beginReading(pilot.manager, { streamId: randomUUID(), threadId }),
);
denied("keepReading", "to a person", () => keepReading(pilot.staff, []));
denied("endReading", "to a person", () => endReading(pilot.staff, { streamId: randomUUID(), threadId }));
