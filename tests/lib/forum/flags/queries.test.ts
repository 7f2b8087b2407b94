import { beforeAll, describe, expect, test } from "vitest";
import { dismissFlags, flagPost } from "@/lib/forum/flags/mutations";
import {
  countWaitingFlags,
  findOwnFlag,
  getFlagCase,
  listFlagCases,
  listWaitingFlags,
} from "@/lib/forum/flags/queries";
import { visitorActor } from "@/lib/platform/actor";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aFlagCase, aWarning } from "@/tests/support/moderation-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let thread: Awaited<ReturnType<typeof aThread>>;
let cases: { id: string }[];

beforeAll(async () => {
  pilot = await aPilot();
  const category = await aCategory(pilot.programme.id);
  thread = await aThread(category.id, { authors: [pilot.referent.personId] });
  cases = [];
  for (let number = 2; number <= 24; number += 1) {
    const post = await aPost(thread.id, number, { authorId: pilot.expert.personId });
    const openedAt = new Date(moment.getTime() - number * 60_000);
    cases.push(await aFlagCase(post, pilot.programme.id, { openedAt }));
  }
  const elsewhere = await aPilot();
  const other = await aThread((await aCategory(elsewhere.programme.id)).id);
  await aFlagCase({ id: other.posts[0]?.id ?? "" }, elsewhere.programme.id);
});

describe("the queue", () => {
  test("shows what waits in the programme, the first one first, page by page", async () => {
    const { id } = pilot.programme;
    const first = await listFlagCases(pilot.coordinator, id, "waiting");
    const rest = await listFlagCases(pilot.coordinator, id, "waiting", readCursor(first.next));
    const shown = [...first.rows, ...rest.rows].map((row) => row.id);
    expect(shown).toEqual(cases.map((one) => one.id).reverse());
    expect(first.rows[0]).toMatchObject({
      excerpt: "Messaggio 24",
      flags: [{ reason: "SPAM", text: "" }],
      post: { number: 24, author: { id: pilot.expert.personId } },
    });
    expect(await countWaitingFlags(pilot.coordinator, id)).toBe(23);
    expect(await listWaitingFlags(pilot.coordinator, 5)).toHaveLength(5);
  });

  test("tells nobody who flagged", async () => {
    const post = await aPost(thread.id, 40, { authorId: pilot.expert.personId });
    await flagPost(pilot.staff, { id: post.id, reason: "SPAM", text: "" });
    const { rows } = await listFlagCases(pilot.coordinator, pilot.programme.id, "decided");
    const waiting = await listWaitingFlags(pilot.coordinator, 100);
    const one = await getFlagCase(pilot.coordinator, waiting.at(-1)?.id ?? "");
    expect(one.post.number).toBe(40);
    expect(JSON.stringify([rows, waiting, one])).not.toContain(pilot.staff.personId);
    await dismissFlags(pilot.coordinator, { id: one.id });
  });

  test("shows what was decided, the last one first", async () => {
    const { rows } = await listFlagCases(pilot.coordinator, pilot.programme.id, "decided");
    expect(rows.map(({ post, outcome }) => [post.number, outcome])).toEqual([[40, "DISMISSED"]]);
  });

  test("says how often the author was warned before", async () => {
    const post = await aPost(thread.id, 41, { authorId: pilot.staff.personId });
    const { id } = await aFlagCase(post, pilot.programme.id);
    await aWarning(post, { programmeId: pilot.programme.id, personId: pilot.staff.personId });
    expect((await getFlagCase(pilot.coordinator, id)).warnings).toBe(1);
    await dismissFlags(pilot.coordinator, { id });
  });

  test("is for moderators alone", async () => {
    const { id } = pilot.programme;
    await expect(listFlagCases(pilot.expert, id, "waiting")).rejects.toThrow(ForbiddenError);
    await expect(countWaitingFlags(pilot.expert, id)).rejects.toThrow(ForbiddenError);
    await expect(getFlagCase(pilot.expert, cases[0]?.id ?? "")).rejects.toThrow(NotFoundError);
    expect(await listWaitingFlags(pilot.expert, 5)).toEqual([]);
  });
});

describe("what one has flagged oneself", () => {
  test("is said on the post's page, and to nobody who may not flag it", async () => {
    const { id, number } = await aPost(thread.id, 42, { authorId: pilot.expert.personId });
    const post = { id, number, programmeId: pilot.programme.id, isMine: false, hiddenAt: null };
    expect(await findOwnFlag(pilot.staff, post)).toBe("possible");
    await flagPost(pilot.staff, { id, reason: "SPAM", text: "" });
    expect(await findOwnFlag(pilot.staff, post)).toBe("waiting");
    expect(await findOwnFlag(pilot.observer, post)).toBe("possible");
    expect(await findOwnFlag(pilot.expert, { ...post, isMine: true })).toBeNull();
    expect(await findOwnFlag(pilot.coordinator, { ...post, hiddenAt: moment })).toBeNull();
    expect(await findOwnFlag(visitorActor(moment), post)).toBeNull();
  });
});
