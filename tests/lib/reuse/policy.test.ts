import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canModerate } from "@/lib/reuse/declarations/policy";
import { withdrawItem } from "@/lib/reuse/mutations";
import {
  canManageLibrary,
  isPublishable,
  itemListedFor,
  itemVisibleTo,
  releaseOpenTo,
} from "@/lib/reuse/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { permitted } from "@/tests/support/portal-actors";
import { anItem } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let actors: Record<string, Actor>;

beforeAll(async () => {
  group = await aWorkingGroup();
  const { coordinator, expert, observer, referent, staff, administrator, outsider } = group;
  actors = {
    administrator,
    coordinator,
    "coordinator elsewhere": outsider,
    expert,
    nobody: await actorWithoutRole(),
    observer,
    "privacy officer": await actorAs("PRIVACY_OFFICER"),
    referent,
    staff,
    system: systemActor("sweep", moment),
    visitor: visitorActor(moment),
  };
});

test("the coordinator of the programme manages its items and their declarations, and nobody else", () => {
  const item = { programmeId: group.programme.id };
  expect(permitted(actors, (actor) => canManageLibrary(actor, item))).toEqual(["coordinator"]);
  expect(permitted(actors, (actor) => canModerate(actor, item))).toEqual(["coordinator"]);
});

test("everybody sees what is published, and the page of what was withdrawn", async () => {
  const [open, gone] = [await anItem(group), await anItem(group)];
  await withdrawItem(group.coordinator, { id: gone.id, version: 1, reason: "MISTAKE", note: "" });
  const ids = [open.id, gone.id];
  for (const actor of Object.values(actors)) {
    const seen = await db.reuseItem.findMany({ where: { AND: [{ id: { in: ids } }, itemVisibleTo(actor)] } });
    const listed = await db.reuseItem.findMany({
      where: { AND: [{ id: { in: ids } }, itemListedFor(actor)] },
    });
    const given = await db.reuseRelease.findMany({
      where: { AND: [{ itemId: { in: ids } }, releaseOpenTo(actor)] },
    });
    expect([seen.length, listed.map(({ id }) => id), given.map(({ itemId }) => itemId)]).toEqual([
      2,
      [open.id],
      [open.id],
    ]);
  }
});

test("a programme in draft gives nothing to those who do not see it", async () => {
  const hidden = await aWorkingGroup();
  const item = await anItem(hidden);
  await db.programme.update({ where: { id: hidden.programme.id }, data: { state: "DRAFT" } });
  const sees = (actor: Actor) =>
    db.reuseItem.count({ where: { AND: [{ id: item.id }, itemListedFor(actor)] } });
  expect(await sees(visitorActor(moment))).toBe(0);
  expect(await sees(hidden.coordinator)).toBe(1);
});

test.each([
  ["STUDY_MATERIAL", null, true],
  ["EXCHANGE_MATERIAL", null, true],
  ["INFORMATION", null, true],
  ["DELIVERABLE", null, false],
  ["DELIVERABLE", "TO_DO", false],
  ["DELIVERABLE", "SUBMITTED", false],
  ["DELIVERABLE", "IN_REVIEW", false],
  ["DELIVERABLE", "CHANGES_REQUESTED", false],
  ["DELIVERABLE", "APPROVED", true],
  ["DELIVERABLE", "LOCKED", true],
] as const)("%s, %s may enter the library: %s", (kind, state, may) => {
  expect(isPublishable({ kind, deliverable: state && { state } })).toBe(may);
});
