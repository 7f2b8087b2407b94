import { beforeAll, describe, expect, test } from "vitest";
import { addPrompt, beginWith, changePrompt, removePrompt } from "@/lib/animation/prompts/mutations";
import { findPrompt, listPrompts } from "@/lib/animation/prompts/queries";
import { db } from "@/lib/platform/db";
import { NotFoundError, StaleError } from "@/lib/platform/errors";
import { aPrompt } from "@/tests/support/animation-factories";
import { denied } from "@/tests/support/denied";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let ofPortal: { id: string; version: number };
let own: { id: string; version: number };
let foreign: { id: string; version: number };

beforeAll(async () => {
  pilot = await aPilot();
  ofPortal = await aPrompt();
  own = await aPrompt(pilot.programme.id);
  foreign = await aPrompt((await aPilot()).programme.id);
});

const fields = { stage: "WORK", title: "A che punto siete?", text: "Raccontate." } as const;
const add = () => ({ programme: pilot.programme.slug, lang: "it" as const, ...fields });
const begin = (id: string, next: "now" | "later" = "later", categoryId?: string) => ({
  id,
  programme: pilot.programme.slug,
  next,
  categoryId,
});
const usesOf = async (id: string) => (await db.prompt.findUniqueOrThrow({ where: { id } })).uses;

describe("texts to begin with", () => {
  test("are those of the portal and of the programme, and of no other", async () => {
    const { stages } = await listPrompts(pilot.expert, pilot.programme.slug);
    const ids = stages.flatMap(({ prompts }) => prompts.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining([ofPortal.id, own.id]));
    expect(ids).not.toContain(foreign.id);
    expect(await findPrompt(pilot.expert, pilot.programme.id, foreign.id)).toBeNull();
    expect(await findPrompt(pilot.referent, pilot.programme.id, own.id)).toBeNull();
  });

  test("are added, changed and removed with an event each", async () => {
    await addPrompt(pilot.expert, add());
    const made = await db.prompt.findFirstOrThrow({ where: { addedById: pilot.expert.personId } });
    expect(made).toMatchObject({ stage: "WORK", markdown: "Raccontate.", programmeId: pilot.programme.id });
    await changePrompt(pilot.coordinator, { id: made.id, version: 1, ...fields, text: "Due righe." });
    const attempt = changePrompt(pilot.coordinator, { id: made.id, version: 1, ...fields });
    expect(await refusal(attempt)).toBeInstanceOf(StaleError);
    await removePrompt(pilot.coordinator, { id: made.id, version: 2 });
    const events = await db.event.findMany({ where: { subjectId: made.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind }) => kind)).toEqual([
      "animation.promptAdded",
      "animation.promptChanged",
      "animation.promptRemoved",
    ]);
  });

  test("of the portal are nobody's to change", async () => {
    const attempt = changePrompt(pilot.coordinator, { ...ofPortal, ...fields });
    expect(await refusal(attempt)).toBeInstanceOf(NotFoundError);
  });

  test("are looked through for a discussion that is to be answered", async () => {
    const { id } = await aThread((await aCategory(pilot.programme.id)).id, { title: "Presentiamoci" });
    const { slug } = pilot.programme;
    expect((await listPrompts(pilot.expert, slug, id)).thread).toEqual({ id, title: "Presentiamoci" });
    expect(await beginWith(pilot.expert, { ...begin(ofPortal.id), threadId: id })).toMatchObject({
      categoryId: null,
      threadId: id,
    });
    const elsewhere = await aThread((await aCategory((await aPilot()).programme.id)).id);
    expect(await refusal(listPrompts(pilot.expert, slug, elsewhere.id))).toBeInstanceOf(NotFoundError);
  });

  test("are counted when somebody begins with them, at once or later", async () => {
    const category = await aCategory(pilot.programme.id);
    const before = await usesOf(ofPortal.id);
    expect(await beginWith(pilot.expert, begin(ofPortal.id))).toMatchObject({ categoryId: null });
    const place = await beginWith(pilot.expert, begin(ofPortal.id, "now", category.id));
    expect(place).toEqual({
      slug: pilot.programme.slug,
      promptId: ofPortal.id,
      categoryId: category.id,
      threadId: null,
    });
    expect(await usesOf(ofPortal.id)).toBe(before + 2);
    expect(await codeOf(beginWith(pilot.expert, begin(ofPortal.id, "now")))).toBe("animation.chooseCategory");
    expect(await refusal(beginWith(pilot.expert, begin(foreign.id)))).toBeInstanceOf(NotFoundError);
  });
});

denied("addPrompt", "to a referent", () => addPrompt(pilot.referent, add()));
denied("changePrompt", "to a referent", () => changePrompt(pilot.referent, { ...own, ...fields }));
denied("removePrompt", "to a referent", () => removePrompt(pilot.referent, own));
denied("beginWith", "to a referent", () => beginWith(pilot.referent, begin(own.id)));
