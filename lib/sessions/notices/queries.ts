import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Reply } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { visibleTo } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";
import { type VeventSession, veventSelect } from "@/lib/sessions/vevent";

/** A session as a mail tells of it, with those invited now. */
export type SessionNotice = {
  session: SessionRow & VeventSession & { cancelReason: string | null; updatedAt: Date };
  invited: { id: string; personId: string; reply: Reply | null; waits: boolean }[];
};

/** What the mails of a session are made from: `buildInvitation` takes `session`, its page's address and the person. */
export async function getSessionNotice(actor: Actor, sessionId: string): Promise<SessionNotice> {
  const row = await db.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleTo(actor)] },
    select: {
      ...rowSelect,
      ...veventSelect,
      cancelReason: true,
      updatedAt: true,
      invitees: { select: { id: true, personId: true, reply: true, queueNumber: true } },
    },
  });
  const { invitees, ...session } = found(row, "session");
  const invited = invitees.map(({ queueNumber, ...one }) => ({ ...one, waits: queueNumber !== null }));
  return { session, invited };
}
