import type { NewEvent } from "@/lib/platform/events";

/** Where a page goes on after a change. */
export type SessionPlace = { id: string; slug: string };

/** What nearly every change asks of its session: who may do it, whether it is the time for it, where the page goes on. */
export const placeSelect = {
  id: true,
  programmeId: true,
  deputyId: true,
  state: true,
  startsAt: true,
  endsAt: true,
  programme: { select: { slug: true } },
} as const;

/** The page of a session that was changed. */
export function placeOf(session: { id: string; programme: { slug: string } }): SessionPlace {
  return { id: session.id, slug: session.programme.slug };
}

/** What an event about a session is about. */
export function about(session: {
  id: string;
  programmeId: string;
}): Pick<NewEvent, "subject" | "programmeId"> {
  return { subject: { kind: "session", id: session.id }, programmeId: session.programmeId };
}
