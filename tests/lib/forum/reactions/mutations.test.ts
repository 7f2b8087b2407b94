import { beforeAll, describe, expect, test } from "vitest";
import { react } from "@/lib/forum/reactions/mutations";
import { reactSchema } from "@/lib/forum/reactions/schema";
import { getThread } from "@/lib/forum/reading/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let thread: Awaited<ReturnType<typeof aThread>>;
let postId: string;
let hiddenPostId: string;
let stranger: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  // One that everybody reads: what is refused below is not refused because it cannot be seen.
  const category = await aCategory(pilot.programme.id, { isPublic: true });
  thread = await aThread(category.id, { authors: [pilot.referent.personId, pilot.expert.personId] });
  postId = thread.posts[0]?.id ?? "";
  const { posts } = await aThread(category.id, { authors: [null, null] });
  hiddenPostId = posts[1]?.id ?? "";
  await db.post.update({ where: { id: hiddenPostId }, data: { hiddenAt: moment }, select: { id: true } });
  stranger = (await aPilot()).coordinator;
});

const said = (kind: string, how: string, id = postId) => reactSchema.parse({ act: `${id} ${kind} ${how}` });
const shownTo = async (actor: Actor) => (await getThread(actor, thread.id)).posts[0]?.reactions;

describe("a reaction", () => {
  test("counts once a person and kind, and is taken back", async () => {
    const place = await react(pilot.staff, said("THANKS", "give"));
    expect(place).toEqual({ slug: pilot.programme.slug, threadId: thread.id, number: 1 });
    await react(pilot.staff, said("THANKS", "give"));
    await react(pilot.expert, said("THANKS", "give"));
    await react(pilot.expert, said("USEFUL", "give"));
    expect(await shownTo(pilot.staff)).toEqual([
      { kind: "THANKS", count: 2, isMine: true },
      { kind: "USEFUL", count: 1, isMine: false },
    ]);
    expect(await shownTo(visitorActor(moment))).toEqual([
      { kind: "THANKS", count: 2, isMine: false },
      { kind: "USEFUL", count: 1, isMine: false },
    ]);
    await react(pilot.staff, said("THANKS", "take"));
    await react(pilot.staff, said("THANKS", "take"));
    expect(await shownTo(pilot.staff)).toContainEqual({ kind: "THANKS", count: 1, isMine: false });
    const events = await db.event.findMany({
      where: { subjectId: postId },
      orderBy: { seq: "asc" },
      select: { kind: true, data: true },
    });
    expect(events.map(({ kind, data }) => [kind, (data as { kind: string }).kind])).toEqual([
      ["forum.reactionGiven", "THANKS"],
      ["forum.reactionGiven", "THANKS"],
      ["forum.reactionGiven", "USEFUL"],
      ["forum.reactionTaken", "THANKS"],
    ]);
  });

  test("sent twice at once is one, with one event", async () => {
    const answer = thread.posts[1]?.id ?? "";
    await atOnce({ table: "post", id: answer }, [
      () => react(pilot.staff, said("AGREEMENT", "give", answer)),
      () => react(pilot.staff, said("AGREEMENT", "give", answer)),
    ]);
    expect(await db.postReaction.count({ where: { postId: answer } })).toBe(1);
    expect(await db.event.count({ where: { subjectId: answer, kind: "forum.reactionGiven" } })).toBe(1);
  });

  test("is said of others' posts, while the discussion is open", async () => {
    await expect(react(pilot.referent, said("THANKS", "give"))).rejects.toThrow("forum.ownPost");
    const category = await aCategory(pilot.programme.id);
    const locked = await aThread(category.id, { lockedAt: moment, authors: [null] });
    const act = said("THANKS", "give", locked.posts[0]?.id);
    await expect(react(pilot.staff, act)).rejects.toThrow("forum.lockedForReactions");
  });

  test.each(["", "x THANKS give", "THANKS", "0198a2f0-0000-7000-8000-000000000000 LOVE give"])(
    "that cannot be read is none: %j",
    (act) => {
      expect(reactSchema.safeParse({ act }).success).toBe(false);
    },
  );

  test("may be shown as a button to who may give it alone", async () => {
    const mayReact = async (actor: Actor) => (await getThread(actor, thread.id)).posts[0]?.mayReact;
    expect(await mayReact(pilot.staff)).toBe(true);
    expect(await mayReact(pilot.referent)).toBe(false);
    expect(await mayReact(pilot.observer)).toBe(false);
    expect(await mayReact(visitorActor(moment))).toBe(false);
  });
});

describe("nobody else reacts", () => {
  denied("react", "to who reads along", () => react(pilot.observer, said("THANKS", "give")));
  denied("react", "to visitors", () => react(visitorActor(moment), said("THANKS", "give")));
  denied("react", "to who takes part elsewhere", () => react(stranger, said("THANKS", "give")));
  denied("react", "to a post that is hidden", () => react(pilot.staff, said("THANKS", "give", hiddenPostId)));
  denied("react", "to a post that is hidden, even to who moderates", () =>
    react(pilot.coordinator, said("THANKS", "give", hiddenPostId)),
  );
});
