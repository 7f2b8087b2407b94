import { beforeAll, describe, expect, test } from "vitest";
import { addCategory, changeCategory } from "@/lib/forum/categories/mutations";
import { listTableCategories } from "@/lib/forum/categories/queries";
import { copyStructure } from "@/lib/forum/commands";
import { openThread, reply } from "@/lib/forum/posts/mutations";
import { countUnread, getForum, listTakenPartIn, listUnreadThreads } from "@/lib/forum/queries";
import { getThread } from "@/lib/forum/reading/queries";
import { addCategorySchema } from "@/lib/forum/schema";
import { watchCategory } from "@/lib/forum/watching/mutations";
import { findPost, listMentioned } from "@/lib/notifications/queries";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { removeTable } from "@/lib/tables/mutations";
import { expectRefusal } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { aProgramme, moment } from "@/tests/support/factories";
import { aTable, seated } from "@/tests/support/table-factories";

let group: WorkingGroup;
let tableId: string;
let categoryId: string;
let threadId: string;
let delegate: WorkingGroup["staff"];
let actors: [string, Actor][];
const circle = ["coordinator", "expert", "observer", "delegate"];

beforeAll(async () => {
  group = await aWorkingGroup();
  tableId = await aTable(group);
  const other = await aTable(group, { title: "Altro" });
  await addCategory(group.coordinator, { programmeId: group.programme.id, ...texts, tableId });
  ({ id: categoryId } = await db.category.findFirstOrThrow({ where: { tableId } }));
  delegate = await seated(group, group.staff, { tableId, organisationId: group.first.id });
  const elsewhere = await seated(group, group.otherReferent, {
    tableId: other,
    organisationId: group.second.id,
  });
  actors = [
    ["coordinator", group.coordinator],
    ["expert", group.expert],
    ["observer", group.observer],
    ["delegate", delegate],
    ["colleague", group.referent],
    ["atOtherTable", elsewhere],
    ["outsider", group.outsider],
    ["visitor", visitorActor(moment)],
  ];
  ({ threadId } = await openThread(delegate, written("Le postazioni condivise")));
});

const texts = { title: "Spazi", description: "Del tavolo.", isPublic: false };
const written = (title: string) => ({
  categoryId,
  title,
  text: "Quante scrivanie servono davvero all’ornitorinco?",
  submissionKey: crypto.randomUUID(),
  lang: "it" as const,
});

async function those(see: (actor: Actor) => Promise<boolean>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, actor] of actors) if (await see(actor)) names.push(name);
  return names;
}
const isThere = (read: Promise<unknown>) =>
  read.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFoundError) return false;
      throw error;
    },
  );

describe("a category of a table", () => {
  test("is read by who sits there and by those who read all bodies, thread by thread too", async () => {
    expect(await those((actor) => isThere(getThread(actor, threadId)))).toEqual(circle);
    expect(
      await those(async (actor) =>
        (await getForum(actor, group.programme.slug)).categories.some(({ id }) => id === categoryId),
      ),
    ).toEqual(circle);
    expect(await those(async (actor) => (await listTableCategories(actor, tableId)).length > 0)).toEqual(
      circle,
    );
  });

  test("is counted as news, listed and found for them alone", async () => {
    // Who only looks on is told of nothing by themselves.
    const fresh = ["coordinator", "expert"];
    await db.threadRead.deleteMany({ where: { threadId, personId: { not: delegate.personId } } });
    expect(await those(async (actor) => (await countUnread(actor, group.programme.id)) > 0)).toEqual(fresh);
    expect(await those(async (actor) => (await listUnreadThreads(actor, 10)).length > 0)).toEqual(fresh);
    expect(await those(async (actor) => (await listTakenPartIn(actor)).rows.length > 0)).toEqual([
      "delegate",
    ]);
    const found = async (actor: Actor) =>
      (await search(actor, searchSchema.parse({ q: "ornitorinco" }))).total > 0;
    expect(await those(found)).toEqual(circle);
  });

  test("is written in by them, but for observers", async () => {
    await openThread(group.expert, written("Altra"));
    for (const actor of [group.referent, group.otherReferent, group.observer])
      await expectRefusal(() => openThread(actor, written("Non mia")));
    const answer = { threadId, text: "Dodici.", submissionKey: crypto.randomUUID(), lang: "it" as const };
    await reply(delegate, answer);
    await expectRefusal(() => reply(group.referent, { ...answer, submissionKey: crypto.randomUUID() }));
  });

  test("leaves the lists of who sits there no more, whatever they wrote", async () => {
    const { personId, assignments } = delegate;
    const left = { ...delegate, personId, assignments, seats: [] } as Actor;
    expect(
      (await listTakenPartIn(delegate)).rows.length + (await listTakenPartIn(delegate)).news.length,
    ).toBe(1);
    expect((await listTakenPartIn(left)).rows).toEqual([]);
  });

  test("is never for visitors, and of its programme's tables", async () => {
    const input = { programmeId: group.programme.id, ...texts, tableId };
    expect(addCategorySchema.safeParse({ ...input, isPublic: "on" }).error?.issues).toMatchObject([
      { path: ["isPublic"], message: "forum.tableNotPublic" },
    ]);
    const { version } = await db.category.findUniqueOrThrow({ where: { id: categoryId } });
    await expect(
      changeCategory(group.coordinator, { id: categoryId, version, ...texts, isPublic: true }),
    ).rejects.toMatchObject({ code: "forum.tableNotPublic", field: "isPublic" });
    await expect(db.category.update({ where: { id: categoryId }, data: { isPublic: true } })).rejects.toThrow(
      /category_table_check/,
    );
    const far = await aTable(await aWorkingGroup());
    await expectRefusal(() => addCategory(group.coordinator, { ...input, tableId: far }));
  });

  test("keeps its table from being removed, and is not copied into a new edition", async () => {
    await expect(removeTable(group.coordinator, { id: tableId, version: 1 })).rejects.toMatchObject({
      code: "tables.hasCategories",
    });
    const next = await aProgramme();
    const system = systemActor("clone", moment);
    await inTransaction((tx) => copyStructure(tx, system, { from: group.programme.id, to: next.id }));
    expect(await db.category.count({ where: { programmeId: next.id } })).toBe(0);
  });
});

describe("what is written there", () => {
  const system = systemActor("notify", moment);

  test("is told to followers who may read it", async () => {
    for (const actor of [group.referent, group.otherReferent, group.expert])
      await db.categoryWatch.create({
        data: { categoryId, personId: actor.personId, level: "WATCHING" },
        select: { personId: true },
      });
    await watchCategory(delegate, { id: categoryId, level: "WATCHING" });
    const post = await findPost(system, { threadId, number: 1 });
    expect(post?.watchers.sort()).toEqual([delegate.personId, group.expert.personId].sort());
  });

  test("calls nobody by name who may not read it", async () => {
    const post = await db.post.findFirstOrThrow({ where: { threadId, number: 1 } });
    const mentions = await Promise.all(
      [group.referent, delegate, group.observer].map(({ personId }) =>
        db.postMention.create({
          data: { postId: post.id, personId, name: "@x", createdAt: moment },
          select: { id: true },
        }),
      ),
    );
    const called = await listMentioned(
      system,
      mentions.map(({ id }) => id),
      { threadId, programmeId: group.programme.id, tableId },
    );
    expect(called.sort()).toEqual([delegate.personId, group.observer.personId].sort());
  });
});
