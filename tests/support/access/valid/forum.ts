import { randomUUID } from "node:crypto";
import { everybodyElse, members, others, posters, type Row, type Rows } from "./row";

const hiddenFrom = everybodyElse.members;
const without = <T extends string>(all: readonly T[], one: T) => all.filter((each) => each !== one);

const closed =
  "select c.id, c.version from category c where c.programme_id = $1 and not c.is_public and c.table_id is null";
/** A thread of a closed category; the condition says which. */
const thread = (condition: string) =>
  `select t.id, t.version from thread t join category c on c.id = t.category_id
   where c.programme_id = $1 and not c.is_public and c.table_id is null and ${condition} order by t.id limit 1`;
const by = (account: string) => `t.author_id = (select id from person where email = '${account}@demo.test')`;
/** A post of a closed category; the condition says which. */
const post = (whose: string) =>
  `select p.id, p.version, t.id as thread from post p join thread t on t.id = p.thread_id
   join category c on c.id = t.category_id join person a on a.id = p.author_id
   where c.programme_id = $1 and not c.is_public and c.table_id is null and t.locked_at is null and ${whose} order by p.id limit 1`;

const mark = (condition: string): Row => ({
  right: "coordinatore",
  hiddenFrom,
  input: (demo) => demo.edition<"id" | "version">(thread(condition)),
});
const own = "a.email = 'referente.a@demo.test'";
const text = "Un testo che rispetta ogni regola.";

export const forum: Rows = {
  "forum.addCategory": {
    right: "coordinatore",
    input: async (demo) => {
      const { programmeId } = await demo.edition<"programmeId">('select $1::uuid as "programmeId"');
      return { programmeId, title: "Una categoria nuova", description: "Di prova" };
    },
  },
  "forum.changeCategory": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "version">(`${closed} limit 1`)),
      title: "Con altro titolo",
    }),
  },
  "forum.moveCategory": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(`${closed} order by position limit 1`);
      return { id, direction: "down" };
    },
  },
  "forum.openThread": {
    right: "referente.a",
    also: without(posters, "referente.a"),
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(`${closed} limit 1`);
      return { categoryId: id, title: "Una domanda", text, submissionKey: randomUUID() };
    },
  },
  "forum.reply": {
    right: "staff.b",
    also: without(posters, "staff.b"),
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(thread("t.locked_at is null"));
      return { threadId: id, text, submissionKey: randomUUID() };
    },
  },
  "forum.editPost": {
    right: "referente.a",
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(post(own));
      return { id, version, text };
    },
  },
  "forum.removeAttachment": {
    right: "referente.a",
    also: ["coordinatore"],
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(post(own));
      return demo.row<"id">(
        `insert into post_attachment (id, post_id, object_sha256, filename, mime_type, size)
         select gen_random_uuid(), $1, sha256, 'nota.pdf', 'application/pdf', size from stored_object limit 1
         returning id`,
        [id],
      );
    },
  },
  "forum.acceptAnswer": {
    right: "referente.b",
    also: ["coordinatore"],
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(thread(`t.accepted_post_id is null and ${by("referente.b")}`));
      return demo.row<"postId">(`select id as "postId" from post where thread_id = $1 and number = 2`, [id]);
    },
  },
  "forum.unacceptAnswer": {
    right: "referente.a",
    also: ["coordinatore"],
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        thread(`t.accepted_post_id is not null and ${by("referente.a")}`),
      );
      return { threadId: id };
    },
  },
  "forum.changeThread": {
    right: "referente.a",
    also: ["coordinatore"],
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(thread(by("referente.a")));
      return { id, version, title: "Con un titolo più chiaro" };
    },
  },
  "forum.lockThread": mark("t.locked_at is null"),
  "forum.unlockThread": mark("t.locked_at is not null"),
  "forum.pinThread": mark("not t.is_pinned"),
  "forum.unpinThread": mark("t.is_pinned"),
  "forum.hidePost": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(post("p.number > 1"));
      return { id, version, reason: "OFF_TOPIC" };
    },
  },
  "forum.restorePost": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(post("p.hidden_at is not null"));
      return { id, version };
    },
  },
  "forum.hideThread": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "version">(thread("t.hidden_at is null"))),
      reason: "DUPLICATE",
    }),
  },
  "forum.restoreThread": mark("t.hidden_at is not null"),
  "forum.react": {
    right: "referente.b",
    also: without(posters, "referente.b"),
    hiddenFrom,
    // By an expert who is none of those who are tried: one's own post would be refused for another reason.
    input: async (demo) => {
      const { id } = await demo.edition<"id">(post("a.email = 'gemma.roverelli@demo.test'"));
      return { act: `${id} THANKS give` };
    },
  },
  "forum.discardDraft": {
    right: "referente.a",
    hiddenFrom: others("referente.a"),
    input: async (demo) =>
      demo.edition<"id">(
        `insert into post_draft (id, person_id, thread_id, markdown, updated_at)
         select gen_random_uuid(), (select id from person where email = 'referente.a@demo.test'), t.id, 'In preparazione', now()
         from thread t join category c on c.id = t.category_id where c.programme_id = $1 order by t.id limit 1
         on conflict (person_id, thread_id) do update set markdown = excluded.markdown returning id`,
      ),
  },
  "forum.watchThread": {
    right: "osservatore",
    also: without(members, "osservatore"),
    hiddenFrom,
    input: async (demo) => ({
      id: (await demo.edition<"id" | "version">(thread("t.hidden_at is null"))).id,
      level: "MUTED",
    }),
  },
  "forum.watchCategory": {
    right: "osservatore",
    also: without(members, "osservatore"),
    hiddenFrom,
    input: async (demo) => ({ id: (await demo.edition<"id" | "version">(closed)).id, level: "WATCHING" }),
  },
  "forum.markAllRead": {
    right: "osservatore",
    also: without(members, "osservatore"),
    input: (demo) => demo.edition<"programmeId">('select $1::uuid as "programmeId"'),
  },
  "forum.assignThread": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id, expert } = await demo.edition<"id" | "expert">(
        `select t.id, (select id from person where email = 'esperto@demo.test') as expert
         from thread t join category c on c.id = t.category_id
         where c.programme_id = $1 and not c.is_public and c.table_id is null and t.hidden_at is null and t.locked_at is null
           and t.state <> 'SOLVED' and t.author_id <> (select id from person where email = 'esperto@demo.test')
           and not exists (select from thread_assignment g where g.thread_id = t.id and g.ended_at is null)
         order by t.id limit 1`,
      );
      return { threadId: id, assigneeId: expert };
    },
  },
  "forum.takeBackAssignment": {
    right: "coordinatore",
    hiddenFrom,
    needs: ["forum.assignThread"],
    input: (demo) =>
      demo.edition<"id">(
        `select g.id from thread_assignment g join thread t on t.id = g.thread_id
         join category c on c.id = t.category_id
         where c.programme_id = $1 and not c.is_public and c.table_id is null and g.ended_at is null order by g.id limit 1`,
      ),
  },
};
