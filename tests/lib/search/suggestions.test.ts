import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { gatherWords } from "@/lib/search/words/jobs";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
const system = systemActor("gather-words", moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let other: Awaited<ReturnType<typeof aPilot>>;

const suggested = async (actor: Actor, q: string, more: Record<string, string> = {}) =>
  (await search(actor, searchSchema.parse({ q, ...more }))).suggestion;

beforeAll(async () => {
  pilot = await aPilot();
  other = await aPilot();
  await aProgramme({ title: "Riclassificazione delle qualità arboree" });
  await aSession(pilot.programme.id, { state: "CONVENED", audience: "PROGRAMME", title: "Mirtilleto" });
  await aSession(other.programme.id, { state: "CONVENED", audience: "PUBLIC", title: "Lamponeto" });
  await aSession(pilot.programme.id, { state: "DRAFT", audience: "PUBLIC", title: "Ribeseto" });
  await gatherWords(system);
});

describe("a word typed wrong", () => {
  test.each([
    ["riclasificazione", "riclassificazione"],
    ["Riclassificaizone", "riclassificazione"],
    ["qualitta", "qualità"],
    ['"qualitta arboree"', '"qualità arboree"'],
    ["qualitta -mirtilli", "qualità -mirtilli"],
    ["arborre riclasificazione", "arboree riclassificazione"],
  ])("%s may have been meant for %s", async (q, meant) => {
    expect(await suggested(visitor, q)).toBe(meant);
  });

  test.each([
    "riclassificazione",
    "riclassificazioni",
    "zzzzzzzz",
    "di la",
    "123456",
    "-riclasificazione",
    "orso",
  ])("%s: nothing is proposed", async (q) => {
    expect(await suggested(visitor, q)).toBeNull();
  });

  test("is put right only where that finds something with the other words, and where one searches", async () => {
    expect(await suggested(visitor, "arborre lamponeto")).toBeNull();
    expect(await suggested(visitor, "lamponetto", { programme: other.programme.slug })).toBe("lamponeto");
    expect(await suggested(visitor, "lamponetto", { programme: pilot.programme.slug })).toBeNull();
    expect(await suggested(visitor, "lamponetto", { from: "1/1/2030" })).toBeNull();
  });

  test("gives way to one that finds much more", async () => {
    const category = await aCategory(pilot.programme.id, { isPublic: true });
    const thread = await aThread(category.id, { title: "Corbezzolo" });
    for (let number = 2; number < 14; number += 1)
      await aPost(thread.id, number, { markdown: "Un corbezzolo." });
    await aPost(thread.id, 20, { markdown: "Un corbezolo." });
    await gatherWords(system);
    expect(await suggested(visitor, "corbezolo")).toBe("corbezzolo");
  });
});

describe("what is proposed is what the reader may see:", () => {
  test("a title of one programme to its members alone", async () => {
    expect(await suggested(pilot.staff, "mirtiletto")).toBe("mirtilleto");
    for (const actor of [visitor, other.coordinator, other.staff])
      expect(await suggested(actor, "mirtiletto")).toBeNull();
  });

  test("a draft to who plans it", async () => {
    expect(await suggested(pilot.coordinator, "ribesseto")).toBe("ribeseto");
    for (const actor of [visitor, pilot.staff, other.coordinator])
      expect(await suggested(actor, "ribesseto")).toBeNull();
  });

  test("a name to who sees the person, though no list of words holds it", async () => {
    const { id } = await aPerson({ givenName: "Ilde", familyName: "Biancospini" });
    await aRole(id, "STAFF", { programmeId: pilot.programme.id, organisationId: pilot.body.id });
    await gatherWords(system);
    expect(await db.searchWord.count({ where: { plain: { contains: "biancospin" } } })).toBe(0);
    expect(await suggested(pilot.coordinator, "biancopsini")).toBe("biancospini");
    for (const actor of [visitor, other.coordinator])
      expect(await suggested(actor, "biancopsini")).toBeNull();
  });
});

describe("the words of titles", () => {
  test("are gathered with what is new and without what is gone", async () => {
    const { id } = await anOrganisation({ name: "Cantiere dell’Olmo-Frassino, «Ginepraio»" });
    const total = await gatherWords(system);
    expect(total).toBe(await db.searchWord.count());
    const held = (word: string) => db.searchWord.findUnique({ where: { word } });
    for (const word of ["cantiere", "olmo", "frassino", "ginepraio"]) expect(await held(word)).not.toBeNull();
    expect(await held("dell")).not.toBeNull();
    await db.organisation.update({ where: { id }, data: { name: "Cantiere, cantiere" } });
    await gatherWords(system);
    expect(await held("ginepraio")).toBeNull();
    expect(await held("cantiere")).toMatchObject({ titles: 2 });
  });

  denied("gatherWords", "to a person", () => gatherWords(pilot.coordinator));
});
