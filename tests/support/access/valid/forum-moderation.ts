import { type Demo, everybodyElse, members, type Row, type Rows } from "./row";

const hiddenFrom = everybodyElse.members;

/** A post of a closed category that can be read; the condition says which. */
const post = (condition: string, order = "p.id") =>
  `select p.id, p.author_id, p.programme_id from post p join thread t on t.id = p.thread_id
   join category c on c.id = t.category_id join person a on a.id = p.author_id
   where c.programme_id = $1 and not c.is_public and c.table_id is null and p.hidden_at is null and t.hidden_at is null and ${condition}
   order by ${order} limit 1`;
const byStaff = "a.email = 'staff.a@demo.test' and p.number = 1";
const notWarned = `${byStaff} and not exists (select from post_warning w where w.post_id = p.id and w.acknowledged_at is null)`;
const byAnother = "p.number > 1 and a.email <> 'coordinatore@demo.test'";

/** A thread of a closed category in which one may write; the condition says which. */
const thread = (condition: string) =>
  `select t.id, t.version, t.category_id as category from thread t join category c on c.id = t.category_id
   where c.programme_id = $1 and not c.is_public and c.table_id is null and t.hidden_at is null and t.locked_at is null and ${condition}
   order by t.id limit 1`;

const notFlagged = `${byAnother} and not exists (select from flag_case f where f.post_id = p.id)`;

/** A post of a closed category that waits for a decision. */
const flagged = (demo: Demo) =>
  demo.edition<"id">(
    `with one as (${post(notFlagged, "p.id desc")}),
      made as (insert into flag_case (id, post_id, programme_id, opened_at)
        select gen_random_uuid(), id, programme_id, now() from one returning id)
     insert into post_flag (id, case_id, reason, created_at)
     select gen_random_uuid(), id, 'SPAM', now() from made returning case_id as id`,
  );

const decision = (more: Record<string, string>): Row => ({
  right: "coordinatore",
  hiddenFrom,
  input: async (demo) => ({ ...(await flagged(demo)), ...more }),
});
const told = { reason: "OFFENSIVE", text: "Con garbo, per favore." };

export const forumModeration: Rows = {
  "forum.flagPost": {
    right: "osservatore",
    also: members.filter((one) => one !== "osservatore" && one !== "staff.a"),
    hiddenFrom,
    input: async (demo) => ({
      id: (await demo.edition<"id">(post(byStaff))).id,
      reason: "OTHER",
      text: "Non è il posto giusto.",
    }),
  },
  "forum.dismissFlags": decision({}),
  "forum.warnForFlags": decision(told),
  "forum.upholdFlags": decision({ reason: "OFF_TOPIC" }),
  "forum.splitThread": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id, category } = await demo.edition<"id" | "category">(
        thread("t.last_post_number > 2 and t.last_post_number <= 4"),
      );
      return { id, title: "A parte", categoryId: category, from: "3" };
    },
  },
  "forum.mergeThread": {
    right: "coordinatore",
    needs: ["forum.splitThread"],
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(thread("t.title = 'A parte'"));
      const into = await demo.edition<"id">(thread("t.title <> 'A parte'"));
      return { id, version, into: into.id };
    },
  },
  "forum.setPace": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(thread("t.slow_minutes = 0"));
      return { id, version, minutes: "1" };
    },
  },
  "forum.warnAuthor": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => ({ postId: (await demo.edition<"id">(post(notWarned))).id, ...told }),
  },
  "forum.acknowledgeWarning": {
    right: "staff.a",
    hiddenFrom: [...hiddenFrom, ...members.filter((one) => one !== "staff.a")],
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `with one as (${post("a.email = 'staff.a@demo.test'")}),
          gone as (delete from post_warning where acknowledged_at is null returning id)
         insert into post_warning (id, post_id, programme_id, person_id, reason, text, created_at)
         select gen_random_uuid(), one.id, programme_id, author_id, 'SPAM', 'Senza pubblicità.', now()
         from one, (select count(*) from gone) as all_gone returning id`,
      );
      return { id };
    },
  },
};
