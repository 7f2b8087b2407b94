import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import type { SearchFace } from "@/components/search/addresses";
import type { Narrowed } from "@/components/search/search-address";
import { Button } from "@/components/ui/button";
import { Search } from "@/components/ui/icons";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Results } from "@/lib/search/queries";
import { longestSearch, type Search as SearchAsked, searchKinds, type TypedDay } from "@/lib/search/schema";

type Props = { face: SearchFace; asked: SearchAsked; narrowed: Narrowed; results: Results };

/** Words to search and what narrows them; the search stands in the address, so that it can be kept and shared. */
export function SearchForm({ face, asked, narrowed, results }: Props) {
  const t = useTranslations("search");
  const href = face === "area" ? "/area/search" : "/search";
  const isNarrowed = Object.values(narrowed).some(Boolean);
  return (
    <search>
      <form
        method="get"
        action={getPathname({ href, locale: useLocale() as Locale })}
        className="max-w-[43rem] space-y-3"
      >
        <div className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <div className="min-w-0 flex-1">
            <TextInput
              name="q"
              type="search"
              label={t("label")}
              hint={t("hint")}
              defaultValue={asked.q}
              maxLength={longestSearch}
              enterKeyHint="search"
              aria-keyshortcuts="/"
            />
          </div>
          <Button size={40} icon={<Search />} className="min-h-11">
            {t("do")}
          </Button>
        </div>
        <details open={isNarrowed} className="rounded border border-hairline bg-ground px-4 py-2.5">
          <summary className="min-h-6 cursor-pointer font-semibold">{t("narrow")}</summary>
          <div className="grid gap-4 py-3 sm:grid-cols-2">
            <Select
              name="kind"
              label={t("kind")}
              placeholder={t("allKinds")}
              defaultValue={narrowed.kind}
              options={searchKinds
                .filter((kind) => face === "area" || kind !== "person")
                .map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
            <Within results={results} />
          </div>
          <div className="grid gap-4 pb-2 sm:grid-cols-2">
            <Day name="from" label={t("from")} day={asked.from} />
            <Day name="to" label={t("to")} day={asked.to} />
          </div>
        </details>
      </form>
    </search>
  );
}

/** Programmes of one's own to choose from; whoever has none keeps the one within which they search. */
function Within({ results: { programme, programmes } }: Pick<Props, "results">) {
  const t = useTranslations("search");
  if (programmes.length === 0)
    return programme ? <input type="hidden" name="programme" value={programme.slug} /> : null;
  const isOwn = programmes.some(({ slug }) => slug === programme?.slug);
  const choices = programme && !isOwn ? [programme, ...programmes] : programmes;
  return (
    <Select
      name="programme"
      label={t("programme")}
      placeholder={t("everywhere")}
      defaultValue={programme?.slug}
      options={choices.map(({ slug, shortTitle }) => ({ value: slug, label: shortTitle }))}
    />
  );
}

/** What is no day is shown as it was typed, which a field for days would not do. */
function Day({ name, label, day }: { name: "from" | "to"; label: string; day: TypedDay | undefined }) {
  const t = useTranslations("search");
  const shown =
    day?.fault === "unreadable"
      ? { type: "text", defaultValue: day.typed }
      : { type: "date", defaultValue: day?.day };
  return (
    <TextInput
      {...shown}
      name={name}
      label={label}
      hint={day?.fault === "unreadable" ? t("dayHint") : undefined}
      withoutEdge
      error={day?.fault ? t(`faults.${day.fault}`) : undefined}
    />
  );
}
