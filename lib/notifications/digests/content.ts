import type { Pending } from "@/lib/notifications/digests/queries";
import type { SeenSubject } from "@/lib/notifications/subjects/queries";
import { formatDay, formatInstant, formatRange } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";
import type { MailParams } from "@/lib/platform/mail/queue";

/** Lines of a digest; the rest stands on the page. */
const mostLines = 60;

type Content = {
  name: string;
  at: Date;
  locale: Locale;
  /** what happened, and what the person sees of it */
  news: readonly { told: Pending; about: SeenSubject }[];
  next: { title: string; startsAt: Date; endsAt: Date } | undefined;
  owed: readonly { dueAt: Date; organisation: { shortName: string }; request: { title: string } }[];
};

/** What a digest says: the news of each programme, the next session, what is owed. `t` has the texts of notifications. */
export function digestContent({ name, at, locale, news, next, owed }: Content, t: Translate): MailParams {
  const programmes = new Map<string, { title: string; lines: Map<string, number> }>();
  for (const { told, about } of news) {
    const { id, shortTitle } = about.programme;
    const programme = programmes.get(id) ?? { title: shortTitle, lines: new Map() };
    const line = t(`told.${told.kind}`, { title: about.title, body: about.body ?? "", count: 1 });
    programme.lines.set(line, (programme.lines.get(line) ?? 0) + told.count);
    programmes.set(id, programme);
  }
  let left = mostLines;
  const parts = [...programmes.values()]
    .sort((one, other) => one.title.localeCompare(other.title, locale))
    .flatMap(({ title, lines }) => {
      const shown = [...lines].slice(0, left);
      left -= shown.length;
      // The same news twice, as posts of one thread, is one line with its number.
      return shown.length === 0
        ? []
        : [[title, ...shown.map(([line, times]) => `- ${line}${times > 1 ? ` (${times})` : ""}`)].join("\n")];
    });
  const lines = [...programmes.values()].reduce((sum, one) => sum + one.lines.size, 0);
  return {
    name,
    count: news.reduce((sum, { told }) => sum + told.count, 0),
    day: formatDay(at, locale),
    items: parts.join("\n\n"),
    more: Math.max(0, lines - mostLines),
    next: next ? `${next.title}, ${formatRange(next.startsAt, next.endsAt, locale)}` : "none",
    owed: owed.map((one) => `- ${owedLine(one, { at, locale }, t)}`).join("\n") || "none",
    link: pagePath("/area/notifications", {}, locale),
  };
}

function owedLine(
  { dueAt, organisation, request }: Content["owed"][number],
  { at, locale }: { at: Date; locale: Locale },
  t: Translate,
): string {
  const late = dueAt < at ? `, ${t("digest.late")}` : "";
  return `${request.title}, ${organisation.shortName} (${formatInstant(dueAt, locale)}${late})`;
}
