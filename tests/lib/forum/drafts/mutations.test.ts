import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { discardDraft, keepDraft } from "@/lib/forum/drafts/mutations";
import { findThreadDraft, listDrafts } from "@/lib/forum/drafts/queries";
import { keepDraftSchema } from "@/lib/forum/drafts/schema";
import { mergeThread } from "@/lib/forum/moves/mutations";
import { openThread, reply } from "@/lib/forum/posts/mutations";
import { getThread } from "@/lib/forum/reading/queries";
import { longestPost } from "@/lib/forum/schema";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { later } from "@/tests/support/actors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread, replyForm, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let thread: { id: string };
let stranger: Actor;
let drafted: { id: string };
beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id, { isPublic: true });
  thread = await aThread(category.id, { title: "Le schede", authors: [null] });
  stranger = (await aPilot()).coordinator;
  const elsewhere = await aThread(category.id, { authors: [null] });
  drafted = await db.postDraft.create({
    data: {
      personId: pilot.manager.personId ?? "",
      threadId: elsewhere.id,
      markdown: "Mia",
      updatedAt: moment,
    },
    select: { id: true },
  });
});

const anAnswer = (text: string, submissionKey = randomUUID()) =>
  keepDraftSchema.parse({ threadId: thread.id, text, submissionKey });
const aQuestion = (title: string, text: string, submissionKey = randomUUID()) =>
  keepDraftSchema.parse({ categoryId: category.id, title, text, submissionKey });
const inForm = async (actor: Actor) => (await getThread(actor, thread.id)).draft?.markdown;

describe("a draft", () => {
  test("is one for each place, the last text of it, seen by its author alone", async () => {
    await keepDraft(pilot.staff, anAnswer("Prima stesura"));
    const { place, slug } = await keepDraft(
      later(pilot.staff, new Date(moment.getTime() + 60_000)),
      anAnswer("Seconda stesura"),
    );
    expect({ place, slug }).toEqual({
      place: { kind: "thread", id: thread.id, lastPostNumber: 1 },
      slug: pilot.programme.slug,
    });
    await keepDraft(pilot.staff, aQuestion("", "Come si fa?"));
    expect(await inForm(pilot.staff)).toBe("Seconda stesura");
    expect(await findThreadDraft(pilot.staff, category.id)).toMatchObject({ markdown: "Come si fa?" });
    expect((await listDrafts(pilot.staff, pilot.programme.id)).map(({ markdown }) => markdown)).toEqual([
      "Seconda stesura",
      "Come si fa?",
    ]);
    for (const other of [pilot.referent, pilot.coordinator, visitorActor(moment)]) {
      expect(await inForm(other)).toBeUndefined();
      expect(await listDrafts(other, pilot.programme.id)).toEqual([]);
    }
  });

  test("is gone when its text is published, or emptied", async () => {
    await keepDraft(pilot.expert, anAnswer("In preparazione"));
    await reply(pilot.expert, replyForm(thread.id));
    expect(await inForm(pilot.expert)).toBeUndefined();
    await keepDraft(pilot.expert, aQuestion("Titolo", "Testo"));
    await openThread(pilot.expert, threadForm(category.id));
    expect(await findThreadDraft(pilot.expert, category.id)).toBeNull();
    await keepDraft(pilot.expert, anAnswer("Altro"));
    await keepDraft(pilot.expert, anAnswer("  "));
    expect(await inForm(pilot.expert)).toBeUndefined();
  });

  test("is not kept again from a form that has published, whichever comes first", async () => {
    const own = await aThread(category.id, { authors: [null] });
    const form = replyForm(own.id);
    const typed = keepDraftSchema.parse({
      threadId: own.id,
      text: form.text,
      submissionKey: form.submissionKey,
    });
    await reply(pilot.coordinator, form);
    await keepDraft(pilot.coordinator, typed);
    expect(await db.postDraft.count({ where: { threadId: own.id } })).toBe(0);
    const again = replyForm(own.id);
    await atOnce<unknown>({ table: "thread", id: own.id }, [
      () => reply(pilot.coordinator, again),
      () => keepDraft(pilot.coordinator, { ...typed, submissionKey: again.submissionKey }),
    ]);
    expect(await db.postDraft.count({ where: { threadId: own.id } })).toBe(0);
  });

  test("of two tabs at once is one row", async () => {
    const own = await aThread(category.id, { authors: [null] });
    const tab = (text: string) =>
      keepDraftSchema.parse({ threadId: own.id, text, submissionKey: randomUUID() });
    await Promise.all([keepDraft(pilot.staff, tab("una")), keepDraft(pilot.staff, tab("due"))]);
    expect(await db.postDraft.count({ where: { threadId: own.id } })).toBe(1);
  });

  test("goes along when its thread ends in another, below what was begun there", async () => {
    const [one, other] = [
      await aThread(category.id, { authors: [null] }),
      await aThread(category.id, { authors: [null] }),
    ];
    const draft = (threadId: string, text: string) =>
      keepDraftSchema.parse({ threadId, text, submissionKey: randomUUID() });
    await keepDraft(pilot.staff, draft(one.id, "Da unire"));
    await keepDraft(pilot.staff, draft(other.id, "Già lì"));
    await keepDraft(pilot.referent, draft(one.id, "Solo questa"));
    await mergeThread(pilot.coordinator, { id: one.id, version: one.version, into: other.id });
    const kept = await db.postDraft.findMany({ where: { threadId: other.id }, orderBy: { markdown: "asc" } });
    expect(kept.map(({ markdown }) => markdown)).toEqual(["Già lì\n\nDa unire", "Solo questa"]);
  });

  test("is no event and no post", async () => {
    const before = await db.event.count();
    await keepDraft(pilot.referent, anAnswer("Silenziosa"));
    const [draft, ...others] = await listDrafts(pilot.referent, pilot.programme.id);
    expect(await discardDraft(pilot.referent, { id: draft?.id ?? "" })).toEqual({
      slug: pilot.programme.slug,
    });
    expect(await db.event.count()).toBe(before);
    expect(await listDrafts(pilot.referent, pilot.programme.id)).toEqual(others);
  });

  test("has one place, and is no longer than a post", () => {
    const key = { submissionKey: randomUUID() };
    const places = { threadId: thread.id, categoryId: category.id };
    expect(keepDraftSchema.safeParse({ ...key, ...places, text: "x" }).success).toBe(false);
    expect(keepDraftSchema.safeParse({ ...key, text: "x" }).success).toBe(false);
    const long = { ...key, threadId: thread.id, text: "x".repeat(longestPost + 1) };
    expect(keepDraftSchema.safeParse(long).error?.issues[0]?.path).toEqual(["text"]);
  });
});

describe("nobody else keeps or discards one", () => {
  denied("keepDraft", "to who reads along", () => keepDraft(pilot.observer, anAnswer("x")));
  denied("keepDraft", "to visitors", () => keepDraft(visitorActor(moment), anAnswer("x")));
  denied("keepDraft", "to who takes part elsewhere", () => keepDraft(stranger, aQuestion("x", "y")));
  denied("discardDraft", "to anybody but its author", () => discardDraft(pilot.coordinator, drafted));
  denied("discardDraft", "to visitors", () => discardDraft(visitorActor(moment), drafted));
});
