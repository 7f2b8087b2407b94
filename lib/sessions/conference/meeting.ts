import type { Audience, ConferenceProvider } from "@/lib/platform/db/generated/enums";
import { env } from "@/lib/platform/env";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { routing } from "@/lib/platform/i18n/routing";

/** The columns of which a provider is told. */
export const meetingSelect = {
  id: true,
  title: true,
  provider: true,
  roomKey: true,
  url: true,
  endsAt: true,
  isRecorded: true,
  audience: true,
  programme: { select: { slug: true } },
} as const;

type Row = {
  id: string;
  title: string;
  provider: ConferenceProvider;
  roomKey: string;
  url: string | null;
  endsAt: Date;
  isRecorded: boolean;
  audience: Audience;
  programme: { slug: string };
};

/** A session as its provider knows it. Whoever leaves comes back to a page that everybody may read, where there is one. */
export function meetingOf({ roomKey, title, url, endsAt, isRecorded, ...session }: Row) {
  const isOpen = session.audience !== "PROGRAMME";
  const page = isOpen ? "/programmes/[slug]/sessions/[id]" : "/area/programmes/[slug]/sessions/[id]";
  const path = pagePath(page, { slug: session.programme.slug, id: session.id }, routing.defaultLocale);
  return { roomKey, title, url, endsAt, isRecorded, returnTo: `${env().siteUrl}${path}` };
}
