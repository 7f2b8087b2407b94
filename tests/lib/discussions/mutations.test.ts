import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { discuss, linkThread, unlinkThread } from "@/lib/discussions/mutations";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { anOwed, aPoint } from "@/tests/support/discussion-factories";
import { anEnrolment, anOrganisation } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let thread: { id: string };
let point: { id: string; sessionId: string };
let theirs: { id: string };
let elsewhere: { id: string };
let linkOfStaff: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  thread = await aThread(category.id, { authors: [pilot.referent.personId] });
  point = await aPoint(pilot.programme.id);
  const other = await anOrganisation();
  await anEnrolment(pilot.programme.id, other.id, "ACTIVE");
  theirs = await anOwed(pilot.programme.id, other.id, "Di un altro ente");
  elsewhere = await aPoint((await aPilot()).programme.id, { audience: "PUBLIC" });
  const mine = await aPoint(pilot.programme.id);
  await linkThread(pilot.staff, form(mine.id));
  linkOfStaff = await db.threadLink.findFirstOrThrow({ where: { agendaItemId: mine.id } });
});

const form = (target: string, kind: "point" | "decision" | "deliverable" = "point", threadId = thread.id) =>
  ({ threadId, kind, target, from: "thread" }) as const;
const linksTo = (agendaItemId: string) => db.threadLink.findMany({ where: { agendaItemId } });
const countOf = async (id: string) => (await db.thread.findUniqueOrThrow({ where: { id } })).linkCount;
const newThread = (target: string, categoryId = category.id) =>
  ({
    categoryId,
    title: "Ne parliamo qui",
    text: "Che ne dite?",
    lang: "it",
    submissionKey: randomUUID(),
    kind: "point",
    target,
  }) as const;

describe("a thread and a thing", () => {
  test("are linked once, with who did it, an event, and the thread's count", async () => {
    const one = await aThread(category.id);
    const place = await linkThread(pilot.referent, form(point.id, "point", one.id));
    expect(place).toMatchObject({
      slug: pilot.programme.slug,
      threadId: one.id,
      thing: { kind: "point", id: point.id, session: { id: point.sessionId } },
    });
    await linkThread(pilot.expert, form(point.id, "point", one.id));
    const [link, ...more] = await db.threadLink.findMany({ where: { threadId: one.id } });
    expect(more).toEqual([]);
    expect(link).toMatchObject({ agendaItemId: point.id, linkedById: pilot.referent.personId });
    expect(await countOf(one.id)).toBe(1);
    const events = await db.event.findMany({ where: { subjectId: one.id } });
    expect(events).toMatchObject([
      {
        kind: "discussions.linked",
        programmeId: pilot.programme.id,
        data: { linkId: link?.id, kind: "point", target: point.id },
      },
    ]);
  });

  test("linked by two at once are linked once", async () => {
    const one = await aThread(category.id);
    await atOnce(
      { table: "thread", id: one.id },
      [pilot.referent, pilot.expert].map((actor) => () => linkThread(actor, form(point.id, "point", one.id))),
    );
    expect(await db.threadLink.count({ where: { threadId: one.id } })).toBe(1);
    expect(await countOf(one.id)).toBe(1);
    expect(await db.event.count({ where: { subjectId: one.id } })).toBe(1);
  });

  test("of different programmes are never linked", async () => {
    expect(await refusal(linkThread(pilot.coordinator, form(elsewhere.id)))).toBeInstanceOf(NotFoundError);
  });

  test("are parted with an event, by who linked them and by the coordinator", async () => {
    const one = await aThread(category.id);
    for (const by of [pilot.referent, pilot.coordinator]) {
      await linkThread(pilot.referent, form(point.id, "point", one.id));
      const { id } = await db.threadLink.findFirstOrThrow({ where: { threadId: one.id } });
      await unlinkThread(by, { id, from: "thread" });
      expect(await countOf(one.id)).toBe(0);
    }
    const kinds = (await db.event.findMany({ where: { subjectId: one.id } })).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "discussions.unlinked")).toHaveLength(2);
  });

  test("lose their link with the thing, and the thread its count", async () => {
    const [one, gone] = [await aThread(category.id), await aPoint(pilot.programme.id)];
    await linkThread(pilot.referent, form(gone.id, "point", one.id));
    await db.agendaItem.delete({ where: { id: gone.id } });
    expect(await linksTo(gone.id)).toEqual([]);
    expect(await countOf(one.id)).toBe(0);
  });
});

describe("a discussion opened about a thing", () => {
  test("is linked from its first post on, once for a form sent twice", async () => {
    const input = newThread(point.id);
    const place = await discuss(pilot.referent, input);
    await discuss(pilot.referent, input);
    expect(await db.thread.findUniqueOrThrow({ where: { id: place.threadId } })).toMatchObject({
      title: "Ne parliamo qui",
      authorId: pilot.referent.personId,
      linkCount: 1,
    });
    expect(await db.post.count({ where: { threadId: place.threadId } })).toBe(1);
  });

  test("opens in the thing's programme alone", async () => {
    const other = await aPilot();
    const foreign = await aCategory(other.programme.id, { isPublic: true });
    const attempt = discuss(pilot.coordinator, newThread(point.id, foreign.id));
    expect(await refusal(attempt)).toBeInstanceOf(NotFoundError);
  });
});

denied("linkThread", "to who only reads", () => linkThread(pilot.observer, form(point.id)));
denied("linkThread", "with a deliverable of another body", () =>
  linkThread(pilot.referent, form(theirs.id, "deliverable")),
);
denied("unlinkThread", "to a member who did not link it", () =>
  unlinkThread(pilot.referent, { id: linkOfStaff.id, from: "thread" }),
);
denied("discuss", "to who only reads", () => discuss(pilot.observer, newThread(point.id)));
