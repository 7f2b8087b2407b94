import { anchorOf, pageQuery } from "@/lib/forum/paging";
import type { TemplateName } from "@/lib/notifications/rules";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { Locale, Pathname } from "@/lib/platform/i18n/routing";

/** Kinds of things that a notification can be about (a check in the database). */
export type SubjectKind =
  | "session"
  | "poll"
  | "deliverable"
  | "thread"
  | "announcement"
  | "programme"
  | "table";

/** What a notification is about: the thing whose page one opens from it. */
export type Subject = { kind: SubjectKind; id: string; number?: number | null };

/** A page of the reserved area with what its address needs. */
export type Place = {
  pathname: Pathname;
  params: Record<string, string>;
  query?: Record<string, string>;
  anchor?: string;
};

const area = "/area/programmes/[slug]" as const;

/** The page that shows what a person was told of. */
export function placeOf(kind: TemplateName, subject: Subject, slug: string): Place {
  const params = { slug, id: subject.id };
  switch (subject.kind) {
    case "session":
      return { pathname: `${area}/sessions/[id]${partOfSession(kind)}`, params };
    case "poll":
      return { pathname: `${area}/polls/[id]`, params };
    case "deliverable":
      return { pathname: `${area}/deliverables/[id]`, params };
    case "announcement":
      return { pathname: `${area}/announcements/[id]`, params };
    case "table":
      return { pathname: `${area}/tables/[id]`, params };
    case "thread": {
      if (kind === "postFlagged") return { pathname: `${area}/moderation`, params: { slug } };
      const number = subject.number ?? 1;
      const { dal } = pageQuery(number);
      return {
        pathname: `${area}/forum/threads/[id]`,
        params,
        ...(dal ? { query: { dal } } : {}),
        anchor: anchorOf(number),
      };
    }
    case "programme":
      return { pathname: `${area}${partOfProgramme(kind)}`, params: { slug } };
  }
}

type PartOfProgramme = "" | "/reuse/declarations" | "/animation" | "/forum" | "/documents";

function partOfProgramme(kind: TemplateName): PartOfProgramme {
  if (kind === "welcomed") return "";
  if (kind === "reuseDeclared") return "/reuse/declarations";
  if (kind === "scheduledRefused") return "/animation";
  return kind === "silenceReminded" ? "/forum" : "/documents";
}

function partOfSession(kind: TemplateName): "" | "/minutes" | "/agenda" {
  if (kind.startsWith("minutes")) return "/minutes";
  return kind.startsWith("proposal") ? "/agenda" : "";
}

/** The address of a place in a language, as a path. */
export function addressOfPlace({ pathname, params, query, anchor }: Place, locale: Locale): string {
  const search = query ? `?${new URLSearchParams(query)}` : "";
  return pagePath(pathname, params, locale) + search + (anchor ? `#${anchor}` : "");
}
