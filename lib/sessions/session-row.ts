import type {
  Audience,
  Reply,
  SessionKind,
  SessionMode,
  SessionState,
} from "@/lib/platform/db/generated/enums";

/** The columns of a session in a list or a calendar. */
export const rowSelect = {
  id: true,
  kind: true,
  ordinal: true,
  title: true,
  startsAt: true,
  endsAt: true,
  announcedMinutes: true,
  announcedNote: true,
  mode: true,
  place: true,
  audience: true,
  state: true,
  programme: { select: { id: true, slug: true, shortTitle: true } },
} as const;

/** A session in a list. */
export type SessionRow = {
  id: string;
  kind: SessionKind;
  ordinal: number | null;
  title: string;
  startsAt: Date;
  endsAt: Date;
  announcedMinutes: number | null;
  announcedNote: string | null;
  mode: SessionMode;
  place: string | null;
  audience: Audience;
  state: SessionState;
  programme: { id: string; slug: string; shortTitle: string };
};

/** A session in a member's list, with the member's own answer where invited. */
export type MemberSessionRow = SessionRow & { myReply: Reply | "NONE" | null };

/** Where a list goes on: after this moment, and after this session among those that start then. */
export type Cursor = { at: Date; id: string };

/** A cursor as it stands in an address. */
export function writeCursor(row: { startsAt: Date; id: string }): string {
  return `${row.startsAt.getTime()}_${row.id}`;
}

/** Reads a cursor; what is no cursor starts the list anew. */
export function readCursor(text: string | undefined): Cursor | null {
  const [, time, id] = /^(-?\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return time && id ? { at: new Date(Number(time)), id } : null;
}
