import { z } from "zod";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { type SessionPhase, sessionPhase } from "@/lib/sessions/lifecycle";
import { listSessions } from "@/lib/sessions/queries";
import { sessionFiltersSchema } from "@/lib/sessions/schema";
import type { MemberSessionRow } from "@/lib/sessions/session-row";

const filters = sessionFiltersSchema.extend({ programme: z.string().min(1).max(200) });

type Row = MemberSessionRow & { phase: SessionPhase };

/** Sessions of a programme for its members, to come or past, with the reader's own answer. */
export const sessionsList = exportable<Row, z.output<typeof filters>>({
  name: "sessions",
  namespace: "sessions",
  filters,
  columns: [
    { key: "startsAt", header: "export.startsAt", value: (row) => row.startsAt },
    { key: "endsAt", header: "export.endsAt", value: (row) => row.endsAt },
    { key: "title", header: "export.title", value: (row) => row.title },
    { key: "kind", header: "export.kind", value: (row, { t }) => t(`kind.${row.kind}`) },
    { key: "state", header: "export.state", value: (row, { t }) => t(`state.${row.phase}`) },
    { key: "mode", header: "view.mode", value: (row, { t }) => t(`mode.${row.mode}`) },
    { key: "place", header: "view.place", value: (row) => row.place },
    { key: "audience", header: "view.audience", value: (row, { t }) => t(`audience.${row.audience}`) },
    {
      key: "reply",
      header: "export.reply",
      value: (row, { t }) => (row.myReply ? t(`reply.${row.myReply}`) : null),
    },
  ],
  async page(actor, { programme, when }, { after, size }) {
    const { rows, next } = await listSessions(actor, programme, { when, after: readCursor(after), size });
    return { rows: rows.map((row) => ({ ...row, phase: sessionPhase(row, actor.at) })), next };
  },
});
