import { beforeAll, describe, expect, test } from "vitest";
import { rebuildPosts } from "@/lib/forum/jobs";
import { mostMentions } from "@/lib/forum/mentions/names";
import { listMentionable, listMentionableOf } from "@/lib/forum/mentions/queries";
import { editPost, openThread, reply } from "@/lib/forum/posts/mutations";
import { getThread } from "@/lib/forum/reading/queries";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { anEnrolment, anOrganisation, moment } from "@/tests/support/factories";
import { aCategory, replyForm, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
const name = { givenName: "Ada", familyName: "Lovèlace (Jr.)" };
const called = `@${name.givenName} ${name.familyName}`;
beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id, { isPublic: true });
  await db.person.update({ where: { id: pilot.staff.personId ?? "" }, data: name });
  await db.organisation.update({ where: { id: pilot.body.id }, data: { shortName: "CCIAA Prova" } });
});

const mentionsOf = (postId: string) =>
  db.postMention.findMany({
    where: { postId },
    orderBy: { name: "asc" },
    select: { name: true, personId: true, organisationId: true, role: true },
  });

describe("a name after @", () => {
  test("calls a person, a body and a role, each once, and is marked in the text", async () => {
    const text = `${called}, ${called.toUpperCase()} e @cciaa prova: chiedete agli @esperti, agli @experts o a @Nessuno.`;
    const { postId, threadId } = await openThread(pilot.referent, threadForm(category.id, { text }));
    expect(await mentionsOf(postId)).toEqual([
      { name: "Ada Lovèlace (Jr.)", personId: pilot.staff.personId, organisationId: null, role: null },
      { name: "CCIAA Prova", personId: null, organisationId: pilot.body.id, role: null },
      { name: expect.stringMatching(/^exp|^esp/), personId: null, organisationId: null, role: "EXPERT" },
    ]);
    const [post] = (await getThread(pilot.referent, threadId)).posts;
    expect(post?.html).toContain(`<span class="mention">${called}</span>`);
    expect(post?.html).toContain("@Nessuno.");
    expect(post?.html).not.toContain('<span class="mention">@Nessuno');
    const event = await db.event.findFirstOrThrow({ where: { subjectId: threadId } });
    expect((event.data as { mentions: string[] }).mentions).toHaveLength(3);
  });

  test("is not shown to visitors, on the page and in what they find", async () => {
    const text = `Grazie a ${called} per gattopardesco aiuto.`;
    const { threadId } = await openThread(pilot.referent, threadForm(category.id, { text }));
    const visitor = visitorActor(moment);
    const [post] = (await getThread(visitor, threadId)).posts;
    expect(post?.html).toBe('<p>Grazie a <span class="mention">@…</span> per gattopardesco aiuto.</p>');
    const found = async (actor: Actor) =>
      JSON.stringify((await search(actor, searchSchema.parse({ q: "gattopardesco" }))).rows);
    expect(await found(visitor)).toContain("@…");
    expect(await found(visitor)).not.toContain("Lov");
    expect(await found(pilot.expert)).toContain("Lov");
  });

  test("calls nobody in a quotation, in code and within a word", async () => {
    const text = `> ${called}\n\n\`${called}\` e nota${called}`;
    const { postId } = await openThread(pilot.referent, threadForm(category.id, { text }));
    expect(await mentionsOf(postId)).toEqual([]);
  });

  test("added in an edit is new, and one taken out is none any more", async () => {
    const { postId, threadId } = await openThread(
      pilot.referent,
      threadForm(category.id, { text: `${called}!` }),
    );
    const [before] = await mentionsOf(postId);
    await editPost(pilot.referent, { id: postId, version: 1, text: `${called} e @coordinamento` });
    const edited = await db.event.findFirstOrThrow({
      where: { subjectId: postId, kind: "forum.postEdited" },
    });
    expect((edited.data as { mentions: string[] }).mentions).toHaveLength(1);
    expect(await mentionsOf(postId)).toEqual([before, expect.objectContaining({ role: "COORDINATOR" })]);
    await editPost(pilot.referent, { id: postId, version: 2, text: "Nessuno" });
    expect(await mentionsOf(postId)).toEqual([]);
    expect((await getThread(pilot.referent, threadId)).posts[0]?.html).toBe("<p>Nessuno</p>");
  });

  test("stays marked when the text is rendered anew", async () => {
    const { postId } = await reply(
      pilot.referent,
      replyForm((await openThread(pilot.expert, threadForm(category.id))).threadId, {
        text: `Sì, ${called}`,
      }),
    );
    const { html } = await db.post.findUniqueOrThrow({ where: { id: postId } });
    await db.post.update({ where: { id: postId }, data: { rendererVersion: 0, html: "" } });
    await rebuildPosts(systemActor("rebuild-posts", moment));
    expect((await db.post.findUniqueOrThrow({ where: { id: postId } })).html).toBe(html);
  });

  test("of too many is refused beside the text; five hundred times one name is one", async () => {
    const own = await aPilot();
    const place = await aCategory(own.programme.id);
    const names = Array.from(
      { length: mostMentions },
      (_, index) => `Ente ${String.fromCharCode(65 + index)}`,
    );
    for (const shortName of names) {
      const { id } = await anOrganisation();
      await db.organisation.update({ where: { id }, data: { shortName } });
      await anEnrolment(own.programme.id, id, "ACTIVE");
    }
    const all = names.map((one) => `@${one}`).join(" ");
    const most = await openThread(own.expert, threadForm(place.id, { text: all }));
    expect(await mentionsOf(most.postId)).toHaveLength(mostMentions);
    const more = threadForm(place.id, { text: `${all} @coordinamento` });
    await expect(openThread(own.expert, more)).rejects.toMatchObject({
      code: "forum.tooManyMentions",
      field: "text",
    });
    const often = threadForm(place.id, { text: "@Ente A ".repeat(500) });
    expect(await mentionsOf((await openThread(own.expert, often)).postId)).toHaveLength(1);
  });
});

describe("who can be called", () => {
  test("are the programme's people, bodies and roles, for who writes there", async () => {
    const all = await listMentionable(pilot.expert, pilot.programme.id);
    const people = [pilot.coordinator, pilot.expert, pilot.observer, pilot.referent, pilot.staff];
    expect(
      all
        .filter(({ kind }) => kind === "person")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(people.map(({ personId }) => personId).sort());
    expect(all).toContainEqual({
      kind: "person",
      id: pilot.staff.personId,
      name: "Ada Lovèlace (Jr.)",
      part: "CCIAA Prova",
    });
    const italian = await listMentionableOf(pilot.expert, pilot.programme.slug, "it");
    expect(italian.filter(({ kind }) => kind === "role").map((one) => one.name)).toEqual([
      "coordinamento",
      "esperti",
      "referenti",
    ]);
    expect(JSON.stringify(italian)).not.toContain(pilot.staff.personId);
  });

  test("is nobody's business who only reads, or comes from elsewhere", async () => {
    const { slug } = pilot.programme;
    await expect(listMentionableOf(pilot.observer, slug, "it")).rejects.toThrow("forbidden");
    await expect(listMentionableOf(visitorActor(moment), slug, "it")).rejects.toThrow();
    await expect(listMentionableOf((await aPilot()).coordinator, slug, "it")).rejects.toThrow();
  });

  test("ends with their role", async () => {
    const own = await aPilot();
    await db.roleAssignment.updateMany({
      where: { personId: own.staff.personId ?? "" },
      data: { toAt: moment },
    });
    const all = await listMentionable(own.expert, own.programme.id);
    expect(all.map(({ id }) => id)).not.toContain(own.staff.personId);
  });
});
