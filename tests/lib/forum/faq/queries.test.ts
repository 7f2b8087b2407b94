import { beforeAll, describe, expect, test } from "vitest";
import { countHelped, putIntoFaq } from "@/lib/forum/faq/mutations";
import { getFaq, getFaqPlace, hasFaq } from "@/lib/forum/faq/queries";
import {
  acceptAnswer,
  hidePost,
  hideThread,
  restorePost,
  restoreThread,
  unacceptAnswer,
} from "@/lib/forum/moderation/mutations";
import { readThread } from "@/lib/forum/posts/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);

let pilot: Awaited<ReturnType<typeof aPilot>>;
let open: { id: string };
let inner: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  open = await aCategory(pilot.programme.id, { isPublic: true });
  inner = await aCategory(pilot.programme.id);
});

async function anAnswered(question: string, heading: string, categoryId = open.id) {
  const { coordinator, referent, expert } = pilot;
  const thread = await aThread(categoryId, {
    title: `Discussione: ${question}`,
    state: "ANSWERED",
    authors: [referent.personId, expert.personId, coordinator.personId],
  });
  const postId = thread.posts[1]?.id ?? "";
  await acceptAnswer(referent, { postId });
  const sections = await db.faqSection.findMany({
    where: { programmeId: pilot.programme.id, title: heading },
  });
  const sectionId = sections[0]?.id;
  const newSection = sectionId ? "" : heading;
  await putIntoFaq(coordinator, { threadId: thread.id, question, lang: "it", sectionId, newSection });
  const entry = await db.faqEntry.findUniqueOrThrow({ where: { threadId: thread.id } });
  return { ...thread, entryId: entry.id, postId };
}

const faqOf = (actor: Actor) => getFaq(actor, pilot.programme.slug);
const told = async (actor: Actor) =>
  (await faqOf(actor)).sections.map(({ title, entries }) => [title, entries.map(({ question }) => question)]);

describe("what is asked often", () => {
  test("stands below its headings by how many it helped, for visitors what everybody reads", async () => {
    expect(await hasFaq(visitor, pilot.programme.id)).toBe(false);
    await anAnswered("Prima?", "Avvio");
    const second = await anAnswered("Seconda?", "Avvio");
    await anAnswered("Interna?", "Dentro", inner.id);
    await countHelped(visitor, second.entryId);
    expect(await told(visitor)).toEqual([["Avvio", ["Seconda?", "Prima?"]]]);
    expect(await told(pilot.staff)).toEqual([
      ["Avvio", ["Seconda?", "Prima?"]],
      ["Dentro", ["Interna?"]],
    ]);
    expect(await hasFaq(visitor, pilot.programme.id)).toBe(true);
    expect(await faqOf(pilot.staff)).toMatchObject({ mayEdit: false, left: [] });
  });

  test("shows the answer as the forum does: names to members, roles to visitors", async () => {
    const [inside] = (await faqOf(pilot.staff)).sections[0]?.entries ?? [];
    expect(inside).toMatchObject({
      thread: "Discussione: Seconda?",
      answer: { number: 2, html: "<p>Messaggio 2</p>", role: "EXPERT", author: { name: "Ada Ginestrelli" } },
    });
    const [outside] = (await faqOf(visitor)).sections[0]?.entries ?? [];
    expect(outside?.answer).toMatchObject({ author: null, role: "EXPERT" });
  });

  test("of a draft does not exist for visitors", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    await expect(getFaq(visitor, draft.slug)).rejects.toThrow(NotFoundError);
  });
});

describe("a question leaves by itself, and whoever edits is told", () => {
  const isThere = async (question: string) => (await told(visitor)).flat(2).includes(question);
  const isLeft = async (question: string) =>
    (await faqOf(pilot.coordinator)).left.some((entry) => entry.question === question);

  test("when the answer is no longer accepted, or another one is", async () => {
    const { id, posts, entryId } = await anAnswered("Accettata?", "Che va e viene");
    await unacceptAnswer(pilot.referent, { threadId: id });
    expect(await isThere("Accettata?")).toBe(false);
    expect(await isLeft("Accettata?")).toBe(true);
    await expect(countHelped(visitor, entryId)).rejects.toThrow(NotFoundError);
    await acceptAnswer(pilot.referent, { postId: posts[2]?.id ?? "" });
    expect(await isThere("Accettata?")).toBe(false);
    await acceptAnswer(pilot.referent, { postId: posts[1]?.id ?? "" });
    expect(await isThere("Accettata?")).toBe(true);
    expect(await isLeft("Accettata?")).toBe(false);
  });

  test("when the answer is hidden", async () => {
    const { postId, id } = await anAnswered("Nascosta?", "Che va e viene");
    await hidePost(pilot.coordinator, { id: postId, version: 1, reason: "OTHER" });
    expect(await isThere("Nascosta?")).toBe(false);
    expect(await isLeft("Nascosta?")).toBe(true);
    await restorePost(pilot.coordinator, { id: postId, version: 2 });
    expect(await isThere("Nascosta?")).toBe(false);
    await acceptAnswer(pilot.referent, { postId });
    expect(await isThere("Nascosta?")).toBe(true);
    await hideThread(pilot.coordinator, { id, version: 1, reason: "OTHER" });
    expect(await isThere("Nascosta?")).toBe(false);
    expect((await faqOf(pilot.staff)).left).toEqual([]);
    await restoreThread(pilot.coordinator, { id, version: 2 });
    expect(await isThere("Nascosta?")).toBe(true);
  });

  test("when its category is no longer for everybody", async () => {
    const passing = await aCategory(pilot.programme.id, { isPublic: true });
    await anAnswered("Di passaggio?", "Che va e viene", passing.id);
    expect(await isThere("Di passaggio?")).toBe(true);
    await db.category.update({ where: { id: passing.id }, data: { isPublic: false } });
    expect(await isThere("Di passaggio?")).toBe(false);
  });
});

test("the thread's page tells who edits whether it is there, and nobody else", async () => {
  const { id, posts } = await anAnswered("Dove?", "Avvio");
  const on = async (actor: Actor) => getFaqPlace(actor, await readThread(actor, id));
  expect(await on(pilot.coordinator)).toMatchObject({ isCurrent: true, question: "Dove?" });
  await acceptAnswer(pilot.referent, { postId: posts[2]?.id ?? "" });
  expect(await on(pilot.coordinator)).toMatchObject({ isCurrent: false, mayPut: true, question: "Dove?" });
  for (const actor of [pilot.expert, pilot.referent, visitor]) expect(await on(actor)).toBeNull();
});
