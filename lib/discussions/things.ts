import type { DeliverableState, MinutesState, SessionState } from "@/lib/platform/db/generated/enums";
import type { ThreadLinkGetPayload } from "@/lib/platform/db/generated/models";

type OfSession = { id: string; title: string; startsAt: Date; endsAt: Date; state: SessionState };

/** Something that a discussion can be about, with what tells it from others and the state in which it is. */
export type Thing = { id: string; title: string } & (
  | { kind: "point"; session: OfSession }
  | { kind: "decision"; session: OfSession; minutes: MinutesState; isRequested: boolean }
  | { kind: "deliverable"; body: string; state: DeliverableState }
);

const session = { select: { id: true, title: true, startsAt: true, endsAt: true, state: true } } as const;

export const pointSelect = { id: true, title: true, session } as const;
export const decisionSelect = {
  id: true,
  text: true,
  requestId: true,
  point: { select: { minutes: { select: { state: true, session } } } },
} as const;
export const deliverableSelect = {
  id: true,
  state: true,
  organisation: { select: { shortName: true } },
  request: { select: { title: true } },
} as const;

/** What a link is read with. */
export const linkSelect = {
  id: true,
  threadId: true,
  linkedById: true,
  agendaItem: { select: pointSelect },
  decision: { select: decisionSelect },
  deliverable: { select: deliverableSelect },
} as const;

type Linked = ThreadLinkGetPayload<{ select: typeof linkSelect }>;
type LinkRow = Pick<Linked, "agendaItem" | "decision" | "deliverable">;
type ThingRows = { [Name in keyof LinkRow]: NonNullable<LinkRow[Name]> };

/** The thing of a link; null where the link was made of none, which the database forbids. */
export function thingOf({ agendaItem, decision, deliverable }: LinkRow): Thing | null {
  if (agendaItem) return thingOfPoint(agendaItem);
  if (decision) return thingOfDecision(decision);
  return deliverable && thingOfDeliverable(deliverable);
}

/** A point of an agenda. */
export function thingOfPoint(row: ThingRows["agendaItem"]): Thing {
  return { kind: "point", ...row };
}

/** A decision, called by its text. */
export function thingOfDecision({ id, text, requestId, point }: ThingRows["decision"]): Thing {
  const { session: held, state } = point.minutes;
  return {
    kind: "decision",
    id,
    title: text,
    session: held,
    minutes: state,
    isRequested: requestId !== null,
  };
}

/** A body's deliverable, called as its request. */
export function thingOfDeliverable(row: ThingRows["deliverable"]): Thing {
  return {
    kind: "deliverable",
    id: row.id,
    title: row.request.title,
    body: row.organisation.shortName,
    state: row.state,
  };
}
