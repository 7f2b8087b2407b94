import type { AgendaPoint, SessionFields } from "@/lib/sessions/schema";

/** The parts of a session that a change is told by. */
export type SessionPart =
  | "kind"
  | "title"
  | "description"
  | "time"
  | "announced"
  | "mode"
  | "link"
  | "room"
  | "place"
  | "host"
  | "phase"
  | "cost"
  | "audience"
  | "bodies"
  | "capacity"
  | "agenda";

export type Comparable = {
  kind: string;
  ordinal: number | null;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  announcedMinutes: number | null;
  announcedNote: string | null;
  mode: string;
  url: string | null;
  provider: string;
  doorsMinutes: number;
  isRecorded: boolean;
  fallbackUrl: string | null;
  fallbackPhone: string | null;
  place: string | null;
  hostId: string | null;
  phaseId: string | null;
  isFree: boolean;
  audience: string;
  allBodies: boolean;
  capacity: number | null;
  agenda: readonly AgendaPoint[];
  bodies: readonly (string | { organisationId: string })[];
};

/** Which parts differ between two versions of a session. */
export function changedParts(before: Comparable, after: Comparable): SessionPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return (Object.keys(old) as SessionPart[]).filter(
    (part) => JSON.stringify(old[part]) !== JSON.stringify(now[part]),
  );
}

// The link of the room and the rest stand on the page alone.
const inCalendar: readonly SessionPart[] = ["title", "description", "time", "mode", "place", "agenda"];

/** Whether a change shows in people's calendars, so that the entry takes its next number. */
export function changesCalendar(parts: readonly SessionPart[]): boolean {
  return parts.some((part) => inCalendar.includes(part));
}

function partsOf(one: Comparable): Record<SessionPart, unknown> {
  return {
    kind: [one.kind, one.ordinal],
    title: one.title,
    description: one.description,
    time: [one.startsAt, one.endsAt],
    announced: [one.announcedMinutes, one.announcedNote],
    mode: one.mode,
    link: one.url,
    room: [one.provider, one.doorsMinutes, one.isRecorded, one.fallbackUrl, one.fallbackPhone],
    place: one.place,
    host: one.hostId,
    phase: one.phaseId,
    cost: one.isFree,
    audience: one.audience,
    bodies: [
      one.allBodies,
      one.bodies.map((body) => (typeof body === "string" ? body : body.organisationId)).toSorted(),
    ],
    capacity: one.capacity,
    agenda: one.agenda.map(({ title, owner, minutes }) => [title, owner, minutes]),
  };
}

/** The bodies that a form names; none where it convenes all. */
export function bodyIds(input: Pick<SessionFields, "convened" | "bodies">): string[] {
  return input.convened === "all" ? [] : [...new Set(input.bodies)];
}
