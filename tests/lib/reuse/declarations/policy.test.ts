import { beforeAll, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canModerate, declarationInHandsOf, declarationShownTo } from "@/lib/reuse/declarations/policy";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { permitted } from "@/tests/support/portal-actors";
import { aDeclaration, anItem } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let actors: Record<string, Actor>;
let itemId: string;

beforeAll(async () => {
  group = await aWorkingGroup();
  const { coordinator, expert, observer, referent, staff, administrator, outsider } = group;
  actors = {
    administrator,
    coordinator,
    expert,
    observer,
    outsider,
    referent,
    staff,
    visitor: visitorActor(moment),
  };
  const item = await anItem(group);
  itemId = item.id;
  for (const state of ["PENDING", "WAITING", "SHOWN", "REFUSED"] as const)
    await aDeclaration(item, { state });
});

test("the coordinator of the item's programme decides", () => {
  const item = { programmeId: group.programme.id };
  expect(permitted(actors, (actor) => canModerate(actor, item))).toEqual(["coordinator"]);
});

test("everybody reads what is shown; the coordinator holds what was confirmed, others nothing", async () => {
  for (const [name, actor] of Object.entries(actors)) {
    const states = async (where: object) =>
      (
        await db.reuseDeclaration.findMany({
          where: { AND: [{ itemId }, where] },
          orderBy: { createdAt: "asc" },
        })
      )
        .map(({ state }) => state)
        .sort();
    expect(await states(declarationShownTo(actor))).toEqual(["SHOWN"]);
    const held = name === "coordinator" ? ["REFUSED", "SHOWN", "WAITING"] : [];
    expect([name, await states(declarationInHandsOf(actor))]).toEqual([name, held]);
  }
});
