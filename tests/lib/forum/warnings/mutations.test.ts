import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeWarning, warnAuthor } from "@/lib/forum/warnings/mutations";
import { listOwnWarnings, listWarnings } from "@/lib/forum/warnings/queries";
import { warnAuthorSchema } from "@/lib/forum/warnings/schema";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { actorAs } from "@/tests/support/actors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { eventsOf, kindsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aWarning } from "@/tests/support/moderation-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let thread: { id: string };
let open: { id: string };
let given: { id: string };
let number = 1;

beforeAll(async () => {
  pilot = await aPilot();
  const category = await aCategory(pilot.programme.id, { isPublic: true });
  thread = await aThread(category.id, { authors: [pilot.referent.personId] });
  open = await written();
  given = await aWarning(await written(), {
    programmeId: pilot.programme.id,
    personId: pilot.expert.personId,
  });
});

function written(authorId: string | null = pilot.expert.personId) {
  number += 1;
  return aPost(thread.id, number, { authorId });
}
const told = { reason: "OFFENSIVE" as const, text: "Con garbo, per favore." };

describe("a warning", () => {
  test("is given to the author, stands until it is acknowledged, and stays in the list", async () => {
    const post = await written(pilot.staff.personId);
    await warnAuthor(pilot.coordinator, { postId: post.id, ...told });
    const [own] = await listOwnWarnings(pilot.staff, pilot.programme.id);
    expect(own).toMatchObject({ ...told, post: { number: post.number } });
    const [event] = await eventsOf(own?.id ?? "");
    expect(event).toMatchObject({
      kind: "forum.authorWarned",
      data: { person: pilot.staff.personId, postId: post.id, reason: "OFFENSIVE" },
    });
    await acknowledgeWarning(pilot.staff, { id: own?.id ?? "" });
    await acknowledgeWarning(pilot.staff, { id: own?.id ?? "" });
    expect(await kindsOf(own?.id ?? "")).toEqual(["forum.authorWarned", "forum.warningAcknowledged"]);
    expect(await listOwnWarnings(pilot.staff, pilot.programme.id)).toEqual([]);
    const list = await listWarnings(pilot.coordinator, pilot.programme.id, {
      person: pilot.staff.personId,
    });
    expect(list.rows).toMatchObject([{ ...told, acknowledgedAt: moment }]);
  });

  test("is one at a time for a post, by two moderators at once too", async () => {
    const post = await written();
    const second = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
    const both = await atOnce({ table: "thread", id: thread.id }, [
      () => settled(warnAuthor(pilot.coordinator, { postId: post.id, ...told })),
      () => settled(warnAuthor(second, { postId: post.id, ...told })),
    ]);
    expect(both.sort()).toEqual(["done", "forum.warnedAlready"]);
    expect(await db.postWarning.count({ where: { postId: post.id } })).toBe(1);
  });

  test("is given neither to oneself nor to nobody", async () => {
    const mine = await written(pilot.coordinator.personId);
    await expect(warnAuthor(pilot.coordinator, { postId: mine.id, ...told })).rejects.toThrow("warnsOneself");
    const nobodys = await written(null);
    await expect(warnAuthor(pilot.coordinator, { postId: nobodys.id, ...told })).rejects.toThrow(
      "nobodyToWarn",
    );
  });

  test("says why and what", () => {
    const parsed = warnAuthorSchema.safeParse({ postId: open.id, reason: "", text: " " });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(["reason", "text"]);
  });

  test("is listed for moderators alone", async () => {
    await expect(listWarnings(pilot.expert, pilot.programme.id, {})).rejects.toThrow(ForbiddenError);
    expect(await listOwnWarnings(visitorActor(moment), pilot.programme.id)).toEqual([]);
  });

  denied("warnAuthor", "to an expert who reads the post", () =>
    warnAuthor(pilot.expert, { postId: open.id, ...told }),
  );
  denied("acknowledgeWarning", "to the moderator who gave it", () =>
    acknowledgeWarning(pilot.coordinator, { id: given.id }),
  );
});

async function settled(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "done",
    (error: Error) => error.message,
  );
}
