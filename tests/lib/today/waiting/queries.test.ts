import { expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { getFrame } from "@/lib/today/queries";
import { countWaiting } from "@/lib/today/waiting/queries";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aNotice } from "@/tests/support/notification-factories";
import { aPilot } from "@/tests/support/session-factories";

const pilot = await aPilot();
const { id: programmeId, slug } = pilot.programme;

test("what waits is what the frame of a page counts", async () => {
  const thread = await aThread((await aCategory(programmeId)).id);
  const personId = pilot.staff.personId as string;
  const about = { programmeId, subjectId: thread.id };
  await aNotice(personId, about);
  await aNotice(personId, { ...about, readAt: moment });
  expect(await countWaiting(pilot.staff, programmeId)).toEqual({ notices: 1, forum: 1 });
  expect(await countWaiting(pilot.staff)).toEqual({ notices: 1, forum: 0 });
  const frame = await getFrame(pilot.staff, slug);
  expect([frame.notices, frame.current?.unread]).toEqual([1, 1]);
});

test("is counted for nobody else, and of no programme in which one has no part", async () => {
  await expect(countWaiting(visitorActor(moment))).rejects.toThrow(ForbiddenError);
  const other = await aProgramme();
  await expect(countWaiting(pilot.staff, other.id)).rejects.toThrow(NotFoundError);
});
