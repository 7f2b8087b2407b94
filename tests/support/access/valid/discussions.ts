import { randomUUID } from "node:crypto";
import { everybodyElse, posters, type Rows } from "./row";

const hiddenFrom = everybodyElse.members;
const others = posters.filter((one) => one !== "coordinatore");

const thread = `select t.id from thread t join category c on c.id = t.category_id
  where c.programme_id = $1 and not c.is_public and c.table_id is null and t.hidden_at is null and t.locked_at is null order by t.id limit 1`;
const category =
  "select id from category where programme_id = $1 and not is_public and table_id is null order by position limit 1";
/** A point of a session that is announced to everybody: what is discussed about it is not. */
const point = `select a.id from agenda_item a join session s on s.id = a.session_id
  where s.programme_id = $1 and s.state = 'CONVENED' and not exists (
    select from thread_link l where l.agenda_item_id = a.id) order by a.id limit 1`;

/** Actions that say what a discussion is about. */
export const discussions: Rows = {
  "discussions.link": {
    right: "coordinatore",
    also: others,
    hiddenFrom,
    input: async (demo) => ({
      threadId: (await demo.edition<"id">(thread)).id,
      kind: "point",
      target: (await demo.edition<"id">(point)).id,
      from: "thread",
    }),
  },
  "discussions.unlink": {
    right: "coordinatore",
    hiddenFrom,
    needs: ["discussions.link"],
    input: async (demo) =>
      demo.edition<"id">(
        `select l.id from thread_link l join thread t on t.id = l.thread_id join category c on c.id = t.category_id
         where c.programme_id = $1 and not c.is_public and c.table_id is null and l.agenda_item_id is not null order by l.id desc limit 1`,
      ),
  },
  "discussions.open": {
    right: "coordinatore",
    also: others,
    input: async (demo) => ({
      categoryId: (await demo.edition<"id">(category)).id,
      title: "Una discussione su un punto",
      text: "Che ne dite?",
      submissionKey: randomUUID(),
      kind: "point",
      target: (await demo.edition<"id">(point)).id,
    }),
  },
};
