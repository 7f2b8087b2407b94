import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";
import { isWorkedOnBy } from "@/lib/programmes/queries";
import { getFrame } from "@/lib/today/queries";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aDeliverable, aWorkingGroup } from "@/tests/support/document-factories";
import { aProgramme } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;
let draft: { id: string; slug: string };

beforeAll(async () => {
  pilot = await aPilot();
  draft = await aProgramme({ state: "DRAFT" });
  const inDraft = { programmeId: draft.id };
  actors = {
    ...pilot,
    administrator: await actorAs("ADMINISTRATOR"),
    coordinatorOfDraft: await actorAs("COORDINATOR", inDraft),
    expertOfDraft: await actorAs("EXPERT", inDraft),
    withoutRole: await actorWithoutRole(),
  } as unknown as Record<string, Actor>;
  for (const name of ["programme", "body"]) delete actors[name];
});

test("the programmes of the hand-written condition are those of the policy, for everybody", async () => {
  for (const [name, actor] of Object.entries(actors)) {
    const bySql = await db.$queryRaw<{ id: string }[]>`
      select id from programme where ${isWorkedOnBy(actor)} order by id`;
    const byPolicy = await db.programme.findMany({
      where: workedOnBy(actor),
      orderBy: { id: "asc" },
      select: { id: true },
    });
    expect({ [name]: bySql }).toEqual({ [name]: byPolicy });
  }
});

describe("the frame of a reserved page", () => {
  test("names who is here, where and as what", async () => {
    const { person, programmes, current, administers } = await getFrame(pilot.staff, pilot.programme.slug);
    expect(person.roles).toEqual([
      { role: "STAFF", body: pilot.body.name.replace("Camera di Commercio di ", "") },
    ]);
    expect(person.name).toMatch(/\S \S/);
    expect(programmes).toEqual([
      { slug: pilot.programme.slug, shortTitle: expect.stringContaining("Prova") },
    ]);
    expect(current).toMatchObject({ slug: pilot.programme.slug, owed: 0, toReview: 0, unread: 0 });
    expect(administers).toBe(false);
  });

  test("counts what is unread in this programme, for its people alone", async () => {
    const category = await aCategory(pilot.programme.id, {});
    await aThread(category.id, {});
    expect((await getFrame(pilot.staff, pilot.programme.slug)).current?.unread).toBe(1);
    expect((await getFrame(pilot.manager, pilot.programme.slug)).current?.unread).toBe(0);
  });

  test("counts what a body owes and what waits for review", async () => {
    const group = await aWorkingGroup();
    await aDeliverable(group);
    const { slug } = group.programme;
    expect((await getFrame(group.referent, slug)).current).toMatchObject({ owed: 1, toReview: 0 });
    expect((await getFrame(group.coordinator, slug)).current).toMatchObject({ owed: 0, toReview: 0 });
    await db.deliverable.updateMany({
      where: { request: { programmeId: group.programme.id } },
      data: { state: "SUBMITTED" },
    });
    expect((await getFrame(group.referent, slug)).current).toMatchObject({ owed: 0, toReview: 0 });
    expect((await getFrame(group.coordinator, slug)).current?.toReview).toBeGreaterThan(0);
  });

  test("does not exist for who has no part in the programme", async () => {
    const stranger = actors.withoutRole as Actor;
    await expect(getFrame(stranger, pilot.programme.slug)).rejects.toThrow(NotFoundError);
    await expect(getFrame(actors.expertOfDraft as Actor, draft.slug)).rejects.toThrow(NotFoundError);
    expect((await getFrame(stranger)).programmes).toEqual([]);
  });
});
