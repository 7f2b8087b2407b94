import { beforeAll, describe, expect, test } from "vitest";
import { addCategory, changeCategory, moveCategory } from "@/lib/forum/categories/mutations";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import { aCategory } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: Awaited<ReturnType<typeof aCategory>>;
const texts = { title: "Schede", description: "Come si scrivono.", isPublic: false };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
});

const titlesOf = async (programmeId: string) =>
  (await db.category.findMany({ where: { programmeId }, orderBy: { position: "asc" } })).map(
    ({ title }) => title,
  );

describe("categories", () => {
  test("are added at the end, also two at once", async () => {
    const { programme, coordinator } = await aPilot();
    await Promise.all(
      ["uno", "due"].map((title) => addCategory(coordinator, { ...texts, title, programmeId: programme.id })),
    );
    expect((await titlesOf(programme.id)).sort()).toEqual(["due", "uno"]);
    const event = await db.event.findFirstOrThrow({ where: { programmeId: programme.id } });
    expect(event.kind).toBe("forum.categoryAdded");
  });

  test("are changed; an old form is told", async () => {
    const { id } = await aCategory(pilot.programme.id);
    await changeCategory(pilot.coordinator, { id, version: 1, ...texts, isPublic: true });
    expect(await db.category.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...texts,
      isPublic: true,
      version: 2,
    });
    await expect(changeCategory(pilot.coordinator, { id, version: 1, ...texts })).rejects.toThrow(StaleError);
  });

  test("change places, and stay where there is none", async () => {
    const { programme, coordinator } = await aPilot();
    const [first, , third] = [
      await aCategory(programme.id, { title: "a" }),
      await aCategory(programme.id, { title: "b" }),
      await aCategory(programme.id, { title: "c" }),
    ];
    await moveCategory(coordinator, { id: third.id, direction: "up" });
    expect(await titlesOf(programme.id)).toEqual(["a", "c", "b"]);
    await moveCategory(coordinator, { id: first.id, direction: "up" });
    await moveCategory(coordinator, { id: first.id, direction: "down" });
    expect(await titlesOf(programme.id)).toEqual(["c", "a", "b"]);
    expect(await db.event.count({ where: { kind: "forum.categoryMoved", programmeId: programme.id } })).toBe(
      2,
    );
  });

  denied("addCategory", "to an expert", () =>
    addCategory(pilot.expert, { ...texts, programmeId: pilot.programme.id }),
  );
  denied("changeCategory", "to a referent", () =>
    changeCategory(pilot.referent, { id: category.id, version: 1, ...texts }),
  );
  denied("moveCategory", "to the observer", () =>
    moveCategory(pilot.observer, { id: category.id, direction: "up" }),
  );
});
