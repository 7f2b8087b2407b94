import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { TabsNav } from "@/components/ui/tabs-nav";
import { type Circle, circleName, wordsKey, wordsOf } from "@/lib/documents/space-words";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  /** bodies and tables */
  circles: readonly Circle[];
  /** as `wordsKey` names a space, "all", or null for the common one */
  current: string | null;
};

/** More spaces than these are chosen from a list: so many tabs would hide each other. */
const mostTabs = 6;

/** The spaces of a programme that can be opened, and all of them in one list; nothing where there is one. */
export function SpaceTabs({ slug, circles, current }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  if (circles.length === 0) return null;
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  if (circles.length > mostTabs)
    return (
      <ListFilters action={getPathname({ href: here, locale })} submitLabel={t("list.openSpace")}>
        <Select
          name="space"
          label={t("fields.space")}
          placeholder={t("list.common")}
          defaultValue={current ?? undefined}
          options={[
            ...circles.map((circle) => ({
              value: wordsKey(wordsOf(circle)) ?? "",
              label: circleName(circle, t("list.common")),
            })),
            { value: "all", label: t("list.allSpaces") },
          ]}
        />
      </ListFilters>
    );
  return (
    <TabsNav
      label={t("list.spaces")}
      items={[
        { href: here, label: t("list.common"), current: current === null },
        ...circles.map((circle) => ({
          href: { ...here, query: wordsOf(circle) },
          label: circleName(circle, t("list.common")),
          current: current === wordsKey(wordsOf(circle)),
        })),
        {
          href: { ...here, query: { body: "all" } },
          label: t("list.allSpaces"),
          current: current === "all",
        },
      ]}
    />
  );
}
