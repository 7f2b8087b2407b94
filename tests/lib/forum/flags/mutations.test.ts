import { beforeAll, describe, expect, test } from "vitest";
import { dismissFlags, flagPost, upholdFlags, warnForFlags } from "@/lib/forum/flags/mutations";
import { flagPostSchema } from "@/lib/forum/flags/schema";
import { hidePost } from "@/lib/forum/moderation/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { eventsOf, kindsOf } from "@/tests/support/events";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aFlagCase } from "@/tests/support/moderation-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let second: Awaited<ReturnType<typeof actorAs>>;
let stranger: Awaited<ReturnType<typeof actorWithoutRole>>;
let category: { id: string };
let open: { id: string };
let waiting: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  second = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
  stranger = await actorWithoutRole();
  category = await aCategory(pilot.programme.id);
  // Everybody reads it: what is refused is refused for want of the right.
  open = (await posts((await aCategory(pilot.programme.id, { isPublic: true })).id)).second;
  waiting = await aFlagCase(open, pilot.programme.id);
});

async function posts(categoryId = category.id) {
  const thread = await aThread(categoryId, {
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.expert.personId],
  });
  const [first, other] = thread.posts;
  if (!first || !other) throw new Error("two posts");
  return { thread, first, second: other };
}
const flag = (id: string) => ({ id, reason: "SPAM" as const, text: "" });
const caseOf = (postId: string) =>
  db.flagCase.findFirstOrThrow({ where: { postId }, include: { flags: true } });

describe("flagging", () => {
  test("makes a post wait once, however many flag it, and names nobody to its author", async () => {
    const { second: post } = await posts();
    expect(await flagPost(pilot.staff, flag(post.id))).toMatchObject({
      slug: pilot.programme.slug,
      number: 2,
    });
    await flagPost(pilot.observer, { id: post.id, reason: "OTHER", text: "Non è vero." });
    const flagged = await caseOf(post.id);
    expect(flagged).toMatchObject({ programmeId: pilot.programme.id, openedAt: moment, decidedAt: null });
    expect(flagged.flags.map(({ reason, text }) => [reason, text])).toEqual([
      ["SPAM", ""],
      ["OTHER", "Non è vero."],
    ]);
    expect(await kindsOf(flagged.id)).toEqual(["forum.flagged", "forum.flagAdded"]);
    // Whoever edits the post is told who changed it last: a flag is no change of it.
    expect(await kindsOf(post.id)).toEqual([]);
  });

  test("twice by one person is refused, until it is decided on", async () => {
    const { second: post } = await posts();
    await flagPost(pilot.staff, flag(post.id));
    await expect(flagPost(pilot.staff, flag(post.id))).rejects.toThrow("forum.flaggedAlready");
    await dismissFlags(pilot.coordinator, { id: (await caseOf(post.id)).id });
    await flagPost(pilot.staff, flag(post.id));
    expect(await db.flagCase.count({ where: { postId: post.id } })).toBe(2);
  });

  test("of a hidden post is refused: to moderators by name, to others as if there were none", async () => {
    const { second: post } = await posts();
    await hidePost(pilot.coordinator, { id: post.id, version: 1, reason: "ADVERTISING" });
    await expect(flagPost(pilot.coordinator, flag(post.id))).rejects.toThrow("forum.flaggedHidden");
    await expect(flagPost(pilot.staff, flag(post.id))).rejects.toThrow(NotFoundError);
  });

  test("two at once by one person are one; two persons at once are one case of two", async () => {
    const { second: post } = await posts();
    const twice = await atOnce({ table: "post", id: post.id }, [
      () => settled(flagPost(pilot.staff, flag(post.id))),
      () => settled(flagPost(pilot.staff, flag(post.id))),
      () => settled(flagPost(pilot.observer, flag(post.id))),
    ]);
    expect(twice.sort()).toEqual(["done", "done", "forum.flaggedAlready"]);
    expect((await caseOf(post.id)).flags).toHaveLength(2);
  });

  test.each([
    [{ reason: "OTHER", text: " " }, "text"],
    [{ reason: "", text: "" }, "reason"],
    [{ reason: "OTHER", text: "x".repeat(1_001) }, "text"],
  ])("with %o is refused at its field", (input, field) => {
    const parsed = flagPostSchema.safeParse({ id: open.id, ...input });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  denied("flagPost", "to its author", () => flagPost(pilot.expert, flag(open.id)));
  denied("flagPost", "to a visitor who reads it", () => flagPost(visitorActor(moment), flag(open.id)));
  denied("flagPost", "to whoever has no part in the programme", () => flagPost(stranger, flag(open.id)));
});

describe("deciding", () => {
  test("for the flags hides the post, and ends all of them", async () => {
    const { second: post } = await posts();
    await flagPost(pilot.staff, flag(post.id));
    await flagPost(pilot.observer, flag(post.id));
    const { id } = await caseOf(post.id);
    await upholdFlags(pilot.coordinator, { id, reason: "ADVERTISING" });
    expect(await caseOf(post.id)).toMatchObject({
      decidedAt: moment,
      outcome: "HIDDEN",
      decidedById: pilot.coordinator.personId,
    });
    expect(await db.post.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({ hiddenAt: moment });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: "forum.flagsDecided",
      data: { outcome: "HIDDEN", flags: 2 },
    });
    expect((await eventsOf(post.id)).at(-1)).toMatchObject({
      kind: "forum.postHidden",
      data: { reason: "ADVERTISING" },
    });
  });

  test("for the flags of a question hides its thread", async () => {
    const { thread, first } = await posts();
    await flagPost(pilot.staff, flag(first.id));
    await upholdFlags(pilot.coordinator, { id: (await caseOf(first.id)).id, reason: "OFF_TOPIC" });
    expect(await db.thread.findUniqueOrThrow({ where: { id: thread.id } })).toMatchObject({
      hiddenAt: moment,
    });
    expect(await kindsOf(thread.id)).toEqual(["forum.threadHidden"]);
  });

  test("that nothing is wrong leaves the post", async () => {
    const { second: post } = await posts();
    const { id } = await aFlagCase(post, pilot.programme.id);
    await dismissFlags(pilot.coordinator, { id });
    expect(await caseOf(post.id)).toMatchObject({ outcome: "DISMISSED" });
    expect(await db.post.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({ hiddenAt: null });
    expect(await kindsOf(id)).toEqual(["forum.flagsDecided"]);
  });

  test("to warn leaves the post and warns its author", async () => {
    const { second: post } = await posts();
    const { id } = await aFlagCase(post, pilot.programme.id);
    await warnForFlags(pilot.coordinator, { id, reason: "OFFENSIVE", text: "Con garbo." });
    expect(await caseOf(post.id)).toMatchObject({ outcome: "WARNED" });
    expect(await db.postWarning.findFirstOrThrow({ where: { postId: post.id } })).toMatchObject({
      personId: pilot.expert.personId,
      text: "Con garbo.",
    });
  });

  test("is done by whoever hides the post from its own page", async () => {
    const { second: post } = await posts();
    await aFlagCase(post, pilot.programme.id);
    await hidePost(pilot.coordinator, { id: post.id, version: 1, reason: "OFF_TOPIC" });
    expect(await caseOf(post.id)).toMatchObject({ outcome: "HIDDEN", decidedAt: moment });
  });

  test("twice is refused", async () => {
    const { second: post } = await posts();
    const { id } = await aFlagCase(post, pilot.programme.id);
    await dismissFlags(pilot.coordinator, { id });
    await expect(upholdFlags(second, { id, reason: "OTHER" })).rejects.toThrow("forum.flagsDecided");
    await expect(warnForFlags(second, { id, reason: "OTHER", text: "x" })).rejects.toThrow("flagsDecided");
    expect(await db.postWarning.count({ where: { postId: post.id } })).toBe(0);
  });

  test("by two moderators at once is one decision", async () => {
    const { second: post } = await posts();
    const { id } = await aFlagCase(post, pilot.programme.id);
    const both = await atOnce({ table: "flag_case", id }, [
      () => settled(dismissFlags(pilot.coordinator, { id })),
      () => settled(upholdFlags(second, { id, reason: "OTHER" })),
    ]);
    expect(both.sort()).toEqual(["done", "forum.flagsDecided"]);
    const { outcome } = await caseOf(post.id);
    const { hiddenAt } = await db.post.findUniqueOrThrow({ where: { id: post.id } });
    expect(hiddenAt !== null).toBe(outcome === "HIDDEN");
    expect((await kindsOf(id)).filter((kind) => kind === "forum.flagsDecided")).toHaveLength(1);
  });

  test("while somebody flags decides no flag unread", async () => {
    const { second: post } = await posts();
    const { id } = await aFlagCase(post, pilot.programme.id);
    await atOnce({ table: "flag_case", id }, [
      () => settled(dismissFlags(pilot.coordinator, { id })),
      () => settled(flagPost(pilot.staff, flag(post.id))),
    ]);
    const cases = await db.flagCase.findMany({
      where: { postId: post.id },
      select: { decidedAt: true, flags: { select: { createdAt: true } } },
    });
    expect(cases.flatMap(({ flags }) => flags)).toHaveLength(2);
    // It came before the decision, which then counted it, or made the post wait anew.
    expect(cases.filter(({ decidedAt }) => decidedAt === null).length).toBe(cases.length - 1);
    const decided = cases.find(({ decidedAt }) => decidedAt !== null);
    expect((await eventsOf(id)).find(({ kind }) => kind === "forum.flagsDecided")?.data).toEqual({
      outcome: "DISMISSED",
      flags: decided?.flags.length,
    });
  });

  for (const [name, decide] of Object.entries({
    upholdFlags: (actor: typeof second) => upholdFlags(actor, { id: waiting.id, reason: "OTHER" }),
    dismissFlags: (actor: typeof second) => dismissFlags(actor, { id: waiting.id }),
    warnForFlags: (actor: typeof second) =>
      warnForFlags(actor, { id: waiting.id, reason: "OTHER", text: "x" }),
  })) {
    test(`${name} is for moderators of the programme`, async () => {
      const elsewhere = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
      await expect(decide(elsewhere)).rejects.toThrow("forbidden");
    });
  }

  denied("upholdFlags", "to an expert", () => upholdFlags(pilot.expert, { id: waiting.id, reason: "OTHER" }));
  denied("dismissFlags", "to a referent", () => dismissFlags(pilot.referent, { id: waiting.id }));
  denied("warnForFlags", "to an observer", () =>
    warnForFlags(pilot.observer, { id: waiting.id, reason: "OTHER", text: "x" }),
  );
});

async function settled(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "done",
    (error: Error) => error.message,
  );
}
