import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { editPost, openThread, reply } from "@/lib/forum/posts/mutations";
import { longestPost, replySchema } from "@/lib/forum/schema";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError, StaleError } from "@/lib/platform/errors";
import { actorAs, actorFor, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, moment } from "@/tests/support/factories";
import { aCategory, aThread, replyForm, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let stranger: Awaited<ReturnType<typeof actorAs>>;
let open: Awaited<ReturnType<typeof aThread>>;
let hidden: Awaited<ReturnType<typeof aThread>>;
let publicCategory: { id: string };
let otherBody: { id: string };
const usedForm = randomUUID();

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  stranger = await actorAs("COORDINATOR", { programmeId: (await aPilot()).programme.id });
  open = await aThread(category.id, { authors: [pilot.referent.personId] });
  hidden = await aThread(category.id, { hiddenAt: moment });
  publicCategory = await aCategory(pilot.programme.id, { isPublic: true });
  otherBody = await anOrganisation();
  await reply(pilot.coordinator, replyForm(open.id, { submissionKey: usedForm }));
});

const eventsOf = (subjectId: string) =>
  db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { kind: true, actorId: true } });

describe("opening a thread", () => {
  test("writes the first post for the only body, and the event", async () => {
    const { threadId, number } = await openThread(
      pilot.referent,
      threadForm(category.id, { text: "**Chi** <script>alert(1)</script>lo sa?" }),
    );
    expect(number).toBe(1);
    const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId }, include: { posts: true } });
    expect(thread).toMatchObject({ state: "OPEN", lastPostNumber: 1, postCount: 1 });
    expect(thread.posts[0]).toMatchObject({
      authorId: pilot.referent.personId,
      onBehalfOfId: pilot.body.id,
      html: "<p><strong>Chi</strong> alert(1)lo sa?</p>",
      createdAt: moment,
    });
    expect(await eventsOf(threadId)).toEqual([
      { kind: "forum.threadOpened", actorId: pilot.referent.personId },
    ]);
  });

  test("twice with one form opens one thread, even at the same time", async () => {
    const form = threadForm(category.id);
    const places = await Promise.all([openThread(pilot.expert, form), openThread(pilot.expert, form)]);
    expect(places[0]).toEqual(places[1]);
    expect(await openThread(pilot.expert, form)).toEqual(places[0]);
    expect(await db.post.count({ where: { submissionKey: form.submissionKey } })).toBe(1);
    expect(await db.thread.count({ where: { authorId: pilot.expert.personId } })).toBe(1);
  });

  denied("openThread", "to the observer", () => openThread(pilot.observer, threadForm(category.id)));
  denied("openThread", "to somebody of another programme", () =>
    openThread(stranger, threadForm(category.id)),
  );
  denied("openThread", "to a visitor, in a public category", () =>
    openThread(visitorActor(moment), threadForm(publicCategory.id)),
  );
});

describe("replying", () => {
  test("by another person answers; the asker's own post does not", async () => {
    const { threadId } = await openThread(pilot.referent, threadForm(category.id));
    await reply(pilot.referent, replyForm(threadId));
    expect((await db.thread.findUniqueOrThrow({ where: { id: threadId } })).state).toBe("OPEN");
    await reply(pilot.coordinator, replyForm(threadId));
    const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(thread).toMatchObject({ state: "ANSWERED", lastPostNumber: 3, postCount: 3 });
    expect((await eventsOf(threadId)).map(({ kind }) => kind)).toEqual([
      "forum.threadOpened",
      "forum.posted",
      "forum.posted",
    ]);
  });

  test("at the same time gives each post its own number, without gap", async () => {
    const { id } = await aThread(category.id);
    const people = [pilot.coordinator, pilot.expert, pilot.referent];
    const places = await Promise.all(
      Array.from({ length: 12 }, (_, index) => reply(people[index % 3] ?? pilot.coordinator, replyForm(id))),
    );
    expect(places.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 2),
    );
    expect(await db.thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
      lastPostNumber: 13,
      postCount: 13,
    });
  });

  test("twice with one form is one post, and the second answer leads to it", async () => {
    const { id } = await aThread(category.id);
    const form = replyForm(id);
    const places = await Promise.all([reply(pilot.expert, form), reply(pilot.expert, form)]);
    expect(places[0]).toEqual(places[1]);
    expect(await db.post.count({ where: { threadId: id } })).toBe(2);
  });

  test("a form sent again after the thread was locked still leads to its post", async () => {
    const { id } = await aThread(category.id);
    const form = replyForm(id);
    const place = await reply(pilot.expert, form);
    await db.thread.update({ where: { id }, data: { lockedAt: moment } });
    expect(await reply(pilot.expert, form)).toEqual(place);
    await expect(reply(pilot.expert, replyForm(id))).rejects.toThrow("forum.threadLocked");
  });

  test("for one of several bodies asks which", async () => {
    const other = await anOrganisation();
    const programmeId = pilot.programme.id;
    const both = actorFor(pilot.referent.personId, [
      { role: "REFERENT", programmeId, organisationId: pilot.body.id },
      { role: "STAFF", programmeId, organisationId: other.id },
    ]);
    const { id } = await aThread(category.id);
    await expect(reply(both, replyForm(id))).rejects.toMatchObject({
      code: "forum.chooseBody",
      field: "body",
    });
    const { postId } = await reply(both, replyForm(id, { body: other.id }));
    expect((await db.post.findUniqueOrThrow({ where: { id: postId } })).onBehalfOfId).toBe(other.id);
  });

  test("what one has not seen meanwhile stays new, one's own post does not become it", async () => {
    const { id } = await aThread(category.id, { authors: [null, null] });
    const personId = pilot.expert.personId;
    await db.threadRead.create({ data: { personId, threadId: id, lastReadNumber: 2, readAt: moment } });
    await reply(pilot.expert, replyForm(id));
    const readTo = async () =>
      (await db.threadRead.findFirstOrThrow({ where: { personId, threadId: id } })).lastReadNumber;
    expect(await readTo()).toBe(3);
    await reply(pilot.coordinator, replyForm(id));
    await reply(pilot.expert, replyForm(id));
    expect(await readTo()).toBe(3);
  });

  denied("reply", "to the observer", () => reply(pilot.observer, replyForm(open.id)));
  denied("reply", "to a hidden thread, which does not exist for a referent", () =>
    reply(pilot.referent, replyForm(hidden.id)),
  );
  denied("reply", "for a body one does not work for", () =>
    reply(pilot.referent, replyForm(open.id, { body: otherBody.id })),
  );
  denied("reply", "with the form of somebody else", () =>
    reply(pilot.expert, replyForm(open.id, { submissionKey: usedForm })),
  );
});

describe("editing", () => {
  test("keeps the text before and says when", async () => {
    const at = new Date(moment.getTime() + 60_000);
    const { postId } = await openThread(pilot.referent, threadForm(category.id, { text: "prima" }));
    await editPost(later(pilot.referent, at), { id: postId, version: 1, text: "dopo" });
    const post = await db.post.findUniqueOrThrow({ where: { id: postId }, include: { revisions: true } });
    expect(post).toMatchObject({ markdown: "dopo", html: "<p>dopo</p>", version: 2, editedAt: at });
    expect(post.revisions).toMatchObject([
      { number: 1, markdown: "prima", editedById: pilot.referent.personId, replacedAt: at },
    ]);
    expect((await eventsOf(postId)).map(({ kind }) => kind)).toEqual(["forum.postEdited"]);
    await editPost(pilot.referent, { id: postId, version: 2, text: "dopo" });
    expect(await db.postRevision.count({ where: { postId } })).toBe(1);
  });

  test("of two at once one wins and the other is told", async () => {
    const { postId } = await openThread(pilot.referent, threadForm(category.id, { text: "prima" }));
    const results = await Promise.allSettled(
      ["uno", "due"].map((text) => editPost(pilot.referent, { id: postId, version: 1, text })),
    );
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(StaleError);
    expect(await db.postRevision.count({ where: { postId } })).toBe(1);
  });

  test("is refused in a locked thread", async () => {
    const { postId, threadId } = await openThread(pilot.referent, threadForm(category.id));
    await db.thread.update({ where: { id: threadId }, data: { lockedAt: moment } });
    await expect(editPost(pilot.referent, { id: postId, version: 1, text: "dopo" })).rejects.toThrow(
      DomainError,
    );
  });

  const firstPost = () => open.posts[0]?.id ?? "";
  denied("editPost", "to the coordinator, who is not its author", () =>
    editPost(pilot.coordinator, { id: firstPost(), version: 1, text: "altro" }),
  );
  denied("editPost", "to its author after leaving the programme", () =>
    editPost(actorFor(pilot.referent.personId), { id: firstPost(), version: 1, text: "altro" }),
  );
});

describe("what a form sends", () => {
  const form = { threadId: randomUUID(), submissionKey: randomUUID() };

  test("a text of a million characters is told the limit", () => {
    const { error } = replySchema.safeParse({ ...form, text: "a".repeat(1_000_000) });
    expect(error?.issues).toMatchObject([{ path: ["text"], message: "forum.tooLong", maximum: longestPost }]);
  });

  test("an empty text is told so", () => {
    const { error } = replySchema.safeParse({ ...form, text: "  \n " });
    expect(error?.issues).toMatchObject([{ path: ["text"], message: "forum.empty" }]);
  });
});
