import { useLocale, useTranslations } from "next-intl";
import { resultHref, type SearchFace } from "@/components/search/addresses";
import { AppLink } from "@/components/ui/app-link";
import {
  Building2,
  CalendarDays,
  ChartColumn,
  CircleQuestionMark,
  FileText,
  type Icon,
  Landmark,
  ListTree,
  MessagesSquare,
  Paperclip,
  Recycle,
  ScrollText,
  UserRound,
} from "@/components/ui/icons";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Piece } from "@/lib/search/excerpt";
import type { SearchResult } from "@/lib/search/results/queries";
import type { SearchKind } from "@/lib/search/schema";

const icons: Record<SearchKind, Icon> = {
  programme: ListTree,
  session: CalendarDays,
  minutes: ScrollText,
  document: FileText,
  post: MessagesSquare,
  faq: CircleQuestionMark,
  outcome: ChartColumn,
  reuse: Recycle,
  organisation: Building2,
  person: UserRound,
};

type Level = 3 | 4;

/** What was found: kind, place, date, and the found words in their text. */
export function ResultList({
  face,
  rows,
  level = 3,
}: {
  face: SearchFace;
  rows: SearchResult[];
  level?: Level;
}) {
  return (
    <ol>
      {rows.map((row) => (
        <li key={`${row.target.kind} ${row.id}`} className="border-hairline border-b py-4">
          <Result face={face} row={row} level={level} />
        </li>
      ))}
    </ol>
  );
}

function Result({ face, row, level }: { face: SearchFace; row: SearchResult; level: Level }) {
  const t = useTranslations("search");
  const roles = useTranslations("people.roles");
  const locale = useLocale() as Locale;
  const { kind } = row.target;
  const Icon = icons[kind];
  const Heading = `h${level}` as const;
  const isDraft = row.target.kind === "outcome" && !row.target.isPublished;
  return (
    <article>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-muted text-sm">
        <span className="inline-flex items-center gap-1.5 font-semibold">
          <Icon className="size-4 shrink-0" />
          {t(`one.${kind}`)}
        </span>
        {kind === "programme" || kind === "person" || !row.programme ? null : (
          <span className="inline-flex items-center gap-1.5">
            <Landmark className="size-4 shrink-0" />
            {row.programme.shortTitle}
          </span>
        )}
        {row.body ? <span>{row.body}</span> : null}
        {row.at ? <span>{formatDay(row.at, locale)}</span> : null}
        {isDraft ? <span>{t("unpublished")}</span> : null}
      </p>
      <Heading className="mt-0.5 font-semibold text-h4 [overflow-wrap:anywhere]">
        <AppLink href={resultHref(face, row, locale)} className="no-underline hover:underline">
          <Pieces pieces={row.title} lang={row.lang} />
        </AppLink>
      </Heading>
      {row.excerpt.length > 0 ? (
        <p className="measure mt-0.5 text-base [overflow-wrap:anywhere]">
          <Pieces pieces={row.excerpt} lang={row.lang} />
        </p>
      ) : null}
      {row.parts?.map(({ role, programme, body }) => (
        <p key={`${role} ${programme} ${body}`} className="measure mt-0.5 text-base [overflow-wrap:anywhere]">
          {[roles(role), body, programme].filter(Boolean).join(" · ")}
        </p>
      ))}
      {row.file ? (
        <p className="mt-0.5 inline-flex items-center gap-1.5 text-muted text-sm [overflow-wrap:anywhere]">
          <Paperclip className="size-4 shrink-0" />
          {t("inFile", { name: row.file })}
        </p>
      ) : null}
    </article>
  );
}

function Pieces({ pieces, lang }: { pieces: Piece[]; lang: string }) {
  return (
    <span lang={lang}>
      {pieces.map(({ text, isMarked }, index) =>
        isMarked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name and never move
          <mark key={index} className="bg-tint-strong font-semibold text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
