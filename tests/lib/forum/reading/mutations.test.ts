import { expect, test } from "vitest";
import { countUnread } from "@/lib/forum/queries";
import { markAllRead } from "@/lib/forum/reading/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const pilot = await aPilot();
const { id: programmeId, slug } = pilot.programme;

test("everything is read up to its last post, and what was read further stays", async () => {
  const category = await aCategory(programmeId);
  const threads = [
    await aThread(category.id, { authors: [null, null, null] }),
    await aThread(category.id, { authors: [null] }),
  ];
  const personId = pilot.staff.personId;
  const [first, second] = threads;
  await db.threadRead.create({
    data: { personId, threadId: second?.id ?? "", lastReadNumber: 5, readAt: moment },
  });
  expect(await countUnread(pilot.staff, programmeId)).toBe(1);
  expect(await markAllRead(pilot.staff, { programmeId })).toEqual({ slug });
  const reads = await db.threadRead.findMany({ where: { personId } });
  expect(new Map(reads.map((read) => [read.threadId, read.lastReadNumber]))).toEqual(
    new Map([
      [first?.id, 3],
      [second?.id, 5],
    ]),
  );
  expect(await countUnread(pilot.staff)).toBe(0);
});

denied("markAllRead", "to a visitor", () => markAllRead(visitorActor(moment), { programmeId }));
denied("markAllRead", "to a manager who takes no part", () => markAllRead(pilot.manager, { programmeId }));
