import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";
import type { SearchFace } from "@/components/search/addresses";
import { Button } from "@/components/ui/button";
import { Search } from "@/components/ui/icons";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { longestSearch } from "@/lib/search/schema";

type Props = { face: SearchFace; q: string; hidden: Record<string, string> };

/** Words to search; the search stands in the address, so that it can be kept and shared. */
export function SearchForm({ face, q, hidden }: Props) {
  const t = useTranslations("search");
  const href = face === "area" ? "/area/search" : "/search";
  return (
    <search>
      <form
        method="get"
        action={getPathname({ href, locale: useLocale() as Locale })}
        className="flex max-w-[43rem] flex-col gap-3 sm:flex-row sm:items-end"
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 flex-1">
          <TextInput
            name="q"
            type="search"
            label={t("label")}
            hint={t("hint")}
            defaultValue={q}
            maxLength={longestSearch}
            enterKeyHint="search"
          />
        </div>
        <Button size={40} icon={<Search />} className="min-h-11">
          {t("do")}
        </Button>
      </form>
    </search>
  );
}
