import { beforeAll, describe, expect, test } from "vitest";
import {
  acceptAnswer,
  changeThread,
  hidePost,
  hideThread,
  lockThread,
  pinThread,
  restorePost,
  restoreThread,
  unacceptAnswer,
  unlockThread,
  unpinThread,
} from "@/lib/forum/moderation/mutations";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let nextDoor: { id: string };
let foreign: { id: string };
let asked: Awaited<ReturnType<typeof aThread>>;

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  nextDoor = await aCategory(pilot.programme.id);
  foreign = await aCategory((await aPilot()).programme.id);
  asked = await anAnswered();
});

const anAnswered = () =>
  aThread(category.id, {
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.expert.personId, pilot.coordinator.personId],
  });
const threadOf = (id: string) => db.thread.findUniqueOrThrow({ where: { id } });
const kindsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ kind }) => kind);
const mark = () => ({ id: asked.id, version: 1 });

describe("the accepted answer", () => {
  test("is chosen by who asked, replaced without a move, and taken back", async () => {
    const { id, posts } = await anAnswered();
    const [, second, third] = posts;
    await acceptAnswer(pilot.referent, { postId: second?.id ?? "" });
    expect(await threadOf(id)).toMatchObject({ state: "SOLVED", acceptedPostId: second?.id });
    await acceptAnswer(pilot.coordinator, { postId: third?.id ?? "" });
    expect(await threadOf(id)).toMatchObject({ state: "SOLVED", acceptedPostId: third?.id });
    await acceptAnswer(pilot.coordinator, { postId: third?.id ?? "" });
    await unacceptAnswer(pilot.referent, { threadId: id });
    expect(await threadOf(id)).toMatchObject({ state: "ANSWERED", acceptedPostId: null });
    expect(await kindsOf(id)).toEqual(["forum.accepted", "forum.accepted", "forum.unaccepted"]);
    await expect(unacceptAnswer(pilot.referent, { threadId: id })).rejects.toThrow("forum.moveNotAllowed");
  });

  test("is never the question", async () => {
    const { posts } = await anAnswered();
    await expect(acceptAnswer(pilot.referent, { postId: posts[0]?.id ?? "" })).rejects.toThrow(
      "forum.questionIsNoAnswer",
    );
  });

  test("is not chosen before somebody answered", async () => {
    const person = pilot.referent.personId;
    const { posts } = await aThread(category.id, { authors: [person, person] });
    await expect(acceptAnswer(pilot.referent, { postId: posts[1]?.id ?? "" })).rejects.toThrow(
      "forum.moveNotAllowed",
    );
  });

  denied("acceptAnswer", "to an expert who did not ask", () =>
    acceptAnswer(pilot.expert, { postId: asked.posts[1]?.id ?? "" }),
  );
  denied("unacceptAnswer", "to a colleague of who asked", () =>
    unacceptAnswer(pilot.staff, { threadId: asked.id }),
  );
});

describe("title and category", () => {
  test("the author renames, the coordinator moves, an old form is told", async () => {
    const { id } = await anAnswered();
    const elsewhere = await aCategory(pilot.programme.id);
    await changeThread(pilot.referent, { id, version: 1, title: "Meglio così?" });
    await changeThread(pilot.coordinator, {
      id,
      version: 2,
      title: "Meglio così?",
      categoryId: elsewhere.id,
    });
    expect(await threadOf(id)).toMatchObject({ title: "Meglio così?", categoryId: elsewhere.id, version: 3 });
    await expect(changeThread(pilot.coordinator, { id, version: 2, title: "x" })).rejects.toThrow(StaleError);
  });

  denied("changeThread", "to an expert", () => changeThread(pilot.expert, { ...mark(), title: "x" }));
  denied("changeThread", "to its author who would move it", () =>
    changeThread(pilot.referent, { ...mark(), title: "x", categoryId: nextDoor.id }),
  );
  denied("changeThread", "into another programme", () =>
    changeThread(pilot.coordinator, { ...mark(), title: "x", categoryId: foreign.id }),
  );
});

describe("marks of a thread", () => {
  test("are set and taken off, each with its event", async () => {
    const { id } = await anAnswered();
    const acts = [lockThread, unlockThread, pinThread, unpinThread] as const;
    for (const [index, act] of acts.entries()) await act(pilot.coordinator, { id, version: index + 1 });
    await hideThread(pilot.coordinator, { id, version: 5, reason: "OFF_TOPIC" });
    expect((await threadOf(id)).hiddenAt).not.toBeNull();
    await restoreThread(pilot.coordinator, { id, version: 6 });
    expect(await threadOf(id)).toMatchObject({
      lockedAt: null,
      hiddenAt: null,
      isPinned: false,
      state: "ANSWERED",
    });
    expect(await kindsOf(id)).toEqual([
      "forum.threadLocked",
      "forum.threadUnlocked",
      "forum.threadPinned",
      "forum.threadUnpinned",
      "forum.threadHidden",
      "forum.threadRestored",
    ]);
  });

  test("of two moderators at once one is told", async () => {
    const { id } = await anAnswered();
    const results = await Promise.allSettled([
      lockThread(pilot.coordinator, { id, version: 1 }),
      pinThread(pilot.coordinator, { id, version: 1 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  denied("lockThread", "to who opened it", () => lockThread(pilot.referent, mark()));
  denied("unlockThread", "to an expert", () => unlockThread(pilot.expert, mark()));
  denied("pinThread", "to who opened it", () => pinThread(pilot.referent, mark()));
  denied("unpinThread", "to the observer", () => unpinThread(pilot.observer, mark()));
  denied("hideThread", "to who opened it", () => hideThread(pilot.referent, { ...mark(), reason: "OTHER" }));
  denied("restoreThread", "to a manager of the promoter", () => restoreThread(pilot.manager, mark()));
});

describe("hiding a post", () => {
  test("keeps its trace and its reason, and it is no answer any more", async () => {
    const { id, posts } = await anAnswered();
    const post = posts[1];
    await acceptAnswer(pilot.referent, { postId: post?.id ?? "" });
    await hidePost(pilot.coordinator, { id: post?.id ?? "", version: 1, reason: "PERSONAL_DATA" });
    expect(await threadOf(id)).toMatchObject({
      state: "ANSWERED",
      acceptedPostId: null,
      postCount: 2,
      lastPostNumber: 3,
    });
    const event = await db.event.findFirstOrThrow({ where: { subjectId: post?.id } });
    expect(event).toMatchObject({ kind: "forum.postHidden", data: { reason: "PERSONAL_DATA", number: 2 } });
    await expect(acceptAnswer(pilot.coordinator, { postId: post?.id ?? "" })).rejects.toThrow(
      "forum.hiddenIsNoAnswer",
    );
    await restorePost(pilot.coordinator, { id: post?.id ?? "", version: 2 });
    expect((await threadOf(id)).postCount).toBe(3);
    expect(await kindsOf(post?.id ?? "")).toEqual(["forum.postHidden", "forum.postRestored"]);
  });

  test("is told of a post that was hidden, or shown again, in the meantime", async () => {
    const { posts } = await anAnswered();
    const id = posts[1]?.id ?? "";
    await hidePost(pilot.coordinator, { id, version: 1, reason: "OFF_TOPIC" });
    await expect(restorePost(pilot.coordinator, { id, version: 1 })).rejects.toThrow(StaleError);
    await restorePost(pilot.coordinator, { id, version: 2 });
    await expect(hidePost(pilot.coordinator, { id, version: 1, reason: "OTHER" })).rejects.toThrow(
      StaleError,
    );
  });

  test("does not hide the question without its thread", async () => {
    const { posts } = await anAnswered();
    await expect(
      hidePost(pilot.coordinator, { id: posts[0]?.id ?? "", version: 1, reason: "OTHER" }),
    ).rejects.toThrow("forum.hideThreadInstead");
  });

  denied("hidePost", "to its author", () =>
    hidePost(pilot.expert, { id: asked.posts[1]?.id ?? "", version: 1, reason: "OTHER" }),
  );
  denied("restorePost", "to an expert", () =>
    restorePost(pilot.expert, { id: asked.posts[1]?.id ?? "", version: 1 }),
  );
});
