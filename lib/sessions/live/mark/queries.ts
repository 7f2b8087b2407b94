import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { visibleTo } from "@/lib/sessions/policy";

/** A text that changes with what the page of a session's day shows: its points, its people, its notes. */
export async function findLiveMark(actor: Actor, sessionId: string): Promise<string> {
  const where = { AND: [{ id: asUuid(sessionId), programme: workedOnBy(actor) }, visibleTo(actor)] };
  const [session, inside] = await Promise.all([
    db.session.findFirst({
      where,
      select: {
        version: true,
        state: true,
        minutes: { select: { version: true } },
        runs: { orderBy: { startedAt: "desc" }, take: 1, select: { id: true, endedAt: true } },
        _count: { select: { joins: true } },
      },
    }),
    db.sessionJoin.count({ where: { session: where, leftAt: null } }),
  ]);
  const facts = JSON.stringify([found(session, "session"), inside]);
  return createHash("sha256").update(facts).digest("base64url").slice(0, 16);
}
