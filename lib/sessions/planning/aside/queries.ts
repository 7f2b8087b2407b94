import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Audience, SessionKind, SessionState } from "@/lib/platform/db/generated/enums";
import { asksForInterest } from "@/lib/sessions/interests/lifecycle";
import { speaksFor } from "@/lib/sessions/interests/policy";
import { countInterests, type InterestCount } from "@/lib/sessions/interests/queries";
import { canManage, canSchedule, canSeePeople, visibleTo } from "@/lib/sessions/policy";

type Head = {
  id: string;
  kind: SessionKind;
  audience: Audience;
  state: SessionState;
  programme: { id: string; slug: string };
};

/** What the page of a session says of how it was planned, and where its planning goes on. */
export type SessionPlanning = {
  /** the sessions of its series, in order; null where it is of none */
  series: { id: string; title: string; startsAt: Date }[] | null;
  /** the latest poll about its date */
  pollId: string | null;
  /** null where bodies are not asked, or the reader has nothing to do with it */
  interests: (InterestCount & { mayRead: boolean }) | null;
  /** the first of a series; a date by a poll or from the free hours */
  may: { makeSeries: boolean; findDate: boolean };
};

/** The planning of a session that the actor sees. */
export async function getSessionPlanning(actor: Actor, session: Head): Promise<SessionPlanning> {
  const row = await db.session.findUniqueOrThrow({
    where: { id: session.id },
    select: {
      seriesId: true,
      deputyId: true,
      polls: { orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
    },
  });
  const scope = { programmeId: session.programme.id, deputyId: row.deputyId };
  const mayManage = canManage(actor, scope);
  const isSingle = session.state === "DRAFT" && row.seriesId === null;
  const asks = asksForInterest(session) && (mayManage || speaksFor(actor).length > 0);
  const [siblings, interests] = await Promise.all([
    db.session.findMany({
      where: { AND: [{ series: { sessions: { some: { id: session.id } } } }, visibleTo(actor)] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 20,
      select: { id: true, title: true, startsAt: true },
    }),
    asks ? countInterests(actor, session.id) : null,
  ]);
  return {
    series: siblings.length > 1 ? siblings : null,
    pollId: canSeePeople(actor, scope) ? (row.polls[0]?.id ?? null) : null,
    interests: interests && { ...interests, mayRead: mayManage },
    may: { makeSeries: isSingle && canSchedule(actor, scope), findDate: isSingle && mayManage },
  };
}
