import { useLocale, useTranslations } from "next-intl";
import type { SearchFace } from "@/components/search/addresses";
import { type Narrowed, searchHref } from "@/components/search/search-address";
import { AppLink } from "@/components/ui/app-link";
import { X } from "@/components/ui/icons";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";
import type { Results } from "@/lib/search/queries";
import type { Search, TypedDay } from "@/lib/search/schema";

type Props = { face: SearchFace; asked: Search; narrowed: Narrowed; results: Results };

/** What narrows the search, each with the way to take it off. */
export function ActiveFilters({ face, asked, narrowed, results }: Props) {
  const t = useTranslations("search");
  const locale = useLocale() as Locale;
  const told = (name: "from" | "to", { day, typed }: TypedDay) =>
    day
      ? t(name === "from" ? "since" : "until", { day: formatDay(romeInstant(day, "12:00"), locale) })
      : `${t(name)}: ${typed}`;
  const filters: { name: keyof Narrowed; text: string }[] = [
    ...(asked.kind ? [{ name: "kind" as const, text: t(`kinds.${asked.kind}`) }] : []),
    ...(results.programme ? [{ name: "programme" as const, text: results.programme.shortTitle }] : []),
    ...(asked.from ? [{ name: "from" as const, text: told("from", asked.from) }] : []),
    ...(asked.to ? [{ name: "to" as const, text: told("to", asked.to) }] : []),
  ];
  if (filters.length === 0) return null;
  return (
    <nav aria-label={t("filters")} className="no-print">
      <ul className="flex flex-wrap gap-2">
        {filters.map(({ name, text }) => (
          <li key={name} className="max-w-full">
            <AppLink
              href={searchHref(face, asked.q, { ...narrowed, [name]: undefined })}
              className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-full border border-control bg-paper px-3 py-1 text-ink text-meta no-underline hover:border-ink"
            >
              <span className="sr-only">{t("takeOff")} </span>
              <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
              <X className="size-4 shrink-0" />
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
