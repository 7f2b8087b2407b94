import type {
  Audience,
  Reply,
  SessionKind,
  SessionMode,
  SessionState,
} from "@/lib/platform/db/generated/enums";

import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

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
  phaseId: true,
  programme: { select: { id: true, slug: true, shortTitle: true } },
} as const;

/** A session by its name and day, for the titles of pages: several of a programme may have one name. */
export function sessionName({ title, startsAt }: { title: string; startsAt: Date }, locale: Locale): string {
  return `${title}, ${formatDay(startsAt, locale)}`;
}

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
  phaseId: string | null;
  programme: { id: string; slug: string; shortTitle: string };
};

/** A session in a member's list, with the member's own answer where invited. */
export type MemberSessionRow = SessionRow & { myReply: Reply | "NONE" | null };
