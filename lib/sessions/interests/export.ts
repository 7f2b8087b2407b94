import type { z } from "zod";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { type InterestRow, listInterests } from "@/lib/sessions/interests/queries";
import { interestFiltersSchema } from "@/lib/sessions/interests/schema";

/** The bodies that would come to a meeting, with whom to write to. */
export const interestsList = exportable<InterestRow, z.output<typeof interestFiltersSchema>>({
  name: "interests",
  namespace: "planning",
  isPersonal: true,
  filters: interestFiltersSchema,
  columns: [
    { key: "body", header: "interests.body", value: (row) => row.body },
    { key: "contact", header: "interests.contact", value: (row) => row.contact },
    { key: "email", header: "interests.email", value: (row) => row.email },
    { key: "people", header: "interests.people", numeric: true, value: (row) => row.people },
    { key: "state", header: "interests.state", value: (row, { t }) => t(`interests.states.${row.state}`) },
    { key: "createdAt", header: "interests.since", value: (row) => row.createdAt },
  ],
  page: (actor, { session }, { after, size }) =>
    listInterests(actor, session, { after: readCursor(after), size }),
});
