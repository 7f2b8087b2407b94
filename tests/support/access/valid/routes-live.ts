import type { RouteRow } from "./route-row";
import { everybodyElse, members, others } from "./row";
import { aRunningSession } from "./sessions-live";

/** What the page of a session's day asks by itself. */
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
};
