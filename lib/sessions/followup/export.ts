import { z } from "zod";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { type FollowedBody, type FollowedSession, getFollowUp } from "@/lib/sessions/followup/queries";

const filters = z.object({ programme: z.string().min(1).max(200) });

type Row = { session: FollowedSession; body: FollowedBody };

/** Sessions of a programme by body, the newest first: state, what is missing, the three lengths, who was there. */
export const followUpList = exportable<Row, z.output<typeof filters>>({
  name: "follow-up",
  namespace: "followup",
  filters,
  columns: [
    { key: "startsAt", header: "export.startsAt", value: ({ session }) => session.startsAt },
    { key: "title", header: "export.title", value: ({ session }) => session.title },
    { key: "state", header: "export.state", value: ({ session }, { t }) => t(`state.${session.phase}`) },
    {
      key: "missing",
      header: "export.missing",
      value: ({ session }, { t }) => session.missing.map((one) => t(`missing.${one}`)).join(", ") || null,
    },
    {
      key: "announced",
      header: "export.announced",
      value: ({ session }) => session.lengths.announced,
      numeric: true,
    },
    {
      key: "scheduled",
      header: "export.scheduled",
      value: ({ session }) => session.lengths.scheduled,
      numeric: true,
    },
    { key: "actual", header: "export.actual", value: ({ session }) => session.lengths.actual, numeric: true },
    { key: "body", header: "export.body", value: ({ body }) => body.name },
    {
      key: "presence",
      header: "export.presence",
      value: ({ session, body }, { t }) => t(`presence.${body.presence.get(session.id) ?? "notConvened"}`),
    },
  ],
  async page(actor, { programme }, { after }) {
    const { sessions, bodies, next } = await getFollowUp(actor, programme, {
      after: readCursor(after),
      size: sessionsPerPage,
    });
    const rows = sessions.toReversed().flatMap((session) => bodies.map((body) => ({ session, body })));
    return { rows, next };
  },
});

/** A page of the file holds the rows of so many sessions, one a body. */
const sessionsPerPage = 20;
