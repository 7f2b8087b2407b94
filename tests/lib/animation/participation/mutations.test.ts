import { beforeAll, describe, expect, test } from "vitest";
import { participationList } from "@/lib/animation/participation/export";
import { remindSilent } from "@/lib/animation/participation/mutations";
import { getParticipation } from "@/lib/animation/participation/queries";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let quiet: { id: string; shortName: string };

beforeAll(async () => {
  pilot = await aPilot();
  const programmeId = pilot.programme.id;
  quiet = await anOrganisation();
  await anEnrolment(programmeId, quiet.id, "ACTIVE");
  const category = await aCategory(programmeId);
  const thread = await aThread(category.id, { authors: [pilot.coordinator.personId] });
  // In the week of 9 March, on Sunday 22 March, hidden, and before the weeks that are shown.
  await written(thread.id, 2, pilot.body.id, 14);
  await written(thread.id, 3, pilot.body.id, 0.5);
  await written(thread.id, 4, quiet.id, 1);
  await db.post.updateMany({ where: { threadId: thread.id, number: 4 }, data: { hiddenAt: moment } });
  await written(thread.id, 5, quiet.id, 90);
  await db.threadRead.create({
    data: {
      threadId: thread.id,
      personId: pilot.referent.personId,
      lastReadNumber: 3,
      readAt: new Date(moment.getTime() - 7 * 86_400_000),
    },
  });
});

async function written(threadId: string, number: number, onBehalfOfId: string, days: number) {
  const { id } = await aPost(threadId, number, { onBehalfOfId });
  const createdAt = new Date(moment.getTime() - days * 86_400_000);
  await db.post.update({ where: { id }, data: { createdAt } });
}

const remind = (body = quiet.id) => ({ programme: pilot.programme.slug, body });
const rowsFor = async (actor = pilot.coordinator) =>
  new Map((await getParticipation(actor, pilot.programme.slug)).rows.map((row) => [row.id, row]));

async function all(pages: AsyncGenerator<unknown[][]>): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

describe("participation", () => {
  test("counts posts and latest readings of each body by weeks, without what is hidden", async () => {
    const row = (await rowsFor()).get(pilot.body.id);
    const shown = row?.cells.map(({ posts, reads }) => `${posts}/${reads}`);
    expect(shown?.slice(-4)).toEqual(["0/0", "1/0", "1/1", "0/0"]);
    expect(row).toMatchObject({ posts: 2, weeksSilent: 0, isSilent: false });
    expect((await rowsFor()).get(quiet.id)).toMatchObject({ posts: 0, weeksSilent: null, isSilent: true });
  });

  test("is shown to who keeps the forum going and to the manager, and is written out for them", async () => {
    expect((await rowsFor(pilot.manager)).size).toBe(2);
    expect(await refusal(rowsFor(pilot.observer))).toBeInstanceOf(ForbiddenError);
    const outsider = await actorAs("COORDINATOR", { programmeId: (await aPilot()).programme.id });
    expect(await refusal(rowsFor(outsider))).toBeInstanceOf(NotFoundError);
    const pages = participationList.pages(
      pilot.expert,
      { programme: pilot.programme.slug },
      { locale: "it", t: ((key: string) => key) as never },
    );
    const rows = await all(pages);
    expect(rows).toHaveLength(24);
    expect(rows).toContainEqual([expect.any(String), "2026-03-16", 1, 1]);
  });
});

describe("a silent body", () => {
  test("is reminded once a week, its referents alone, and again in the next week", async () => {
    const referent = await actorAs("REFERENT", { programmeId: pilot.programme.id, organisationId: quiet.id });
    await remindSilent(pilot.expert, remind());
    expect(await codeOf(remindSilent(pilot.coordinator, remind()))).toBe("animation.remindedThisWeek");
    const [event] = await db.event.findMany({
      where: { kind: "animation.bodyReminded", programmeId: pilot.programme.id },
    });
    expect(event).toMatchObject({ organisationId: quiet.id, actorId: pilot.expert.personId });
    await notify({ eventId: event?.id ?? "" }, moment);
    const told = await db.notification.findMany({ where: { events: { some: { eventId: event?.id } } } });
    expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([
      [referent.personId, "silenceReminded"],
    ]);
    expect((await rowsFor()).get(quiet.id)?.isReminded).toBe(true);
    const next = later(pilot.expert, new Date(moment.getTime() + 7 * 86_400_000));
    await remindSilent(next, remind());
  });

  test("pressed by two at once, is reminded once", async () => {
    const other = await anOrganisation();
    await anEnrolment(pilot.programme.id, other.id, "ACTIVE");
    const codes = await Promise.all(
      [pilot.expert, pilot.coordinator].map((actor) => codeOf(remindSilent(actor, remind(other.id)))),
    );
    expect(codes.toSorted()).toEqual(["animation.remindedThisWeek", "done"]);
  });

  test("is one that has not written: others are not reminded", async () => {
    expect(await codeOf(remindSilent(pilot.expert, remind(pilot.body.id)))).toBe("animation.notSilent");
  });
});

denied("remindSilent", "to who only sees who takes part", () => remindSilent(pilot.manager, remind()));
denied("remindSilent", "to a referent", () => remindSilent(pilot.referent, remind()));
