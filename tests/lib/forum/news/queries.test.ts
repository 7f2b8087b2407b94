import { beforeEach, describe, expect, test } from "vitest";
import { getFollowedThread, getThreadNews } from "@/lib/forum/news/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { actorWithoutRole } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
let pilot: Pilot;
let thread: { id: string };

beforeEach(async () => {
  pilot = await aPilot();
  const { id } = await aCategory(pilot.programme.id, { isPublic: true });
  const [expert, staff] = [pilot.expert.personId, pilot.staff.personId];
  thread = await aThread(id, { authors: [expert, staff, expert, null] });
});

const news = (actor: Actor, after: number) => getThreadNews(actor, thread.id, after);

describe("news of a thread", () => {
  test("are what others have written after a number, in their order", async () => {
    expect(await news(pilot.staff, 0)).toEqual({ numbers: [1, 3, 4], upTo: 4, isMore: false });
    expect(await news(pilot.staff, 3)).toEqual({ numbers: [4], upTo: 4, isMore: false });
    expect(await news(pilot.expert, 1)).toEqual({ numbers: [2, 4], upTo: 4, isMore: false });
    expect(await news(pilot.staff, 4)).toEqual({ numbers: [], upTo: 4, isMore: false });
  });

  test("are not what is hidden", async () => {
    await db.post.updateMany({ where: { threadId: thread.id, number: 3 }, data: { hiddenAt: moment } });
    expect((await news(pilot.staff, 0)).numbers).toEqual([1, 4]);
  });

  test("beyond a page are told as more than that", async () => {
    const { id } = await aCategory(pilot.programme.id);
    const long = await aThread(id, { authors: Array.from({ length: 22 }, () => null) });
    expect(await getThreadNews(pilot.staff, long.id, 1)).toEqual({ numbers: [], upTo: 22, isMore: true });
    expect((await getThreadNews(pilot.staff, long.id, 2)).numbers).toHaveLength(20);
  });

  test("are for those alone who have its reserved page", async () => {
    const closed = [visitorActor(moment), await actorWithoutRole()];
    for (const actor of closed) {
      await expect(news(actor, 0)).rejects.toThrow(NotFoundError);
      await expect(getFollowedThread(actor, thread.id)).rejects.toThrow(NotFoundError);
    }
    await db.thread.update({ where: { id: thread.id }, data: { hiddenAt: moment } });
    await expect(news(pilot.staff, 0)).rejects.toThrow(NotFoundError);
    expect((await news(pilot.coordinator, 3)).numbers).toEqual([4]);
  });
});
