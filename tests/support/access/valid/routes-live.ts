import type { RouteRow } from "./route-row";
import { everybodyElse, members, others } from "./row";
import { aRunningSession } from "./sessions-live";

/** A thread of the programme that visitors do not read, and that nobody has hidden. */
const aClosedThread = `select t.id from thread t join category c on c.id = t.category_id
  where c.programme_id = $1 and not c.is_public and c.table_id is null and t.hidden_at is null order by t.id limit 1`;

/** What an open page asks by itself: that of a session's day, that of a thread, and every page's frame. */
export const liveRequests: Record<string, RouteRow> = {
  "notes while they are typed": {
    entry: "sessions.typeNotes",
    right: "esperto",
    also: ["coordinatore"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aRunningSession("running"));
      const fields = { item: "opening", version: "1", text: "Sono presenti tutti." };
      return { path: `/api/sessions/${id}/notes`, fields };
    },
  },
  "whether the page of a session's day is out of date": {
    entry: "sessions.liveMark",
    right: "staff.a",
    also: [...members.filter((one) => one !== "staff.a"), "manager"],
    hiddenFrom: others(...members, "manager", "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aRunningSession("running"));
      return { path: `/api/sessions/${id}/live` };
    },
  },
  // Whoever asks for no stream is told how things stand, and that is all.
  "what changes on the page of a thread": {
    entry: "portal.follow",
    right: "staff.a",
    also: [...members.filter((one) => one !== "staff.a"), "manager", "amministratore"],
    hiddenFrom: others(...members, "manager", "amministratore", "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aClosedThread);
      return { path: `/api/live?thread=${id}` };
    },
  },
  "who reads a thread": {
    entry: "forum.readers",
    right: "staff.a",
    also: members.filter((one) => one !== "staff.a"),
    hiddenFrom: others(...members, "manager", "amministratore", "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aClosedThread);
      return { path: `/api/threads/${id}/readers` };
    },
  },
};
