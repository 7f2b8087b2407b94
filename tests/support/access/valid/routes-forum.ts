import { randomUUID } from "node:crypto";
import { runningEdition } from "../accounts";
import type { RouteRow } from "./route-row";
import { everybodyElse, posters } from "./row";

/** What a page asks while somebody writes in the forum. */
export const forumRequests: Record<string, RouteRow> = {
  "a draft while it is typed": {
    entry: "forum.typeDraft",
    right: "staff.a",
    also: posters.filter((one) => one !== "staff.a"),
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select t.id from thread t join category c on c.id = t.category_id
         where c.programme_id = $1 and not c.is_public and c.table_id is null and t.hidden_at is null order by t.id limit 1`,
      );
      const fields = { threadId: id, text: "Una risposta a metà", submissionKey: randomUUID() };
      return { path: "/api/forum/drafts", fields };
    },
  },
  "who can be called by name": {
    entry: "forum.mentionable",
    right: "staff.a",
    also: posters.filter((one) => one !== "staff.a"),
    input: async () => ({ path: `/api/programmes/${runningEdition}/mentionable` }),
  },
};
