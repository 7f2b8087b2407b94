import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { TabsNav } from "@/components/ui/tabs-nav";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  bodies: readonly { id: string; shortName: string }[];
  /** a body's identifier, "all", or null for the common space */
  current: string | null;
};

/** More spaces than these are chosen from a list: so many tabs would hide each other. */
const mostTabs = 6;

/** The spaces of a programme that can be opened, and all of them in one list; nothing where there is one. */
export function SpaceTabs({ slug, bodies, current }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  if (bodies.length === 0) return null;
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  if (bodies.length > mostTabs)
    return (
      <ListFilters action={getPathname({ href: here, locale })} submitLabel={t("list.openSpace")}>
        <Select
          name="body"
          label={t("fields.space")}
          placeholder={t("list.common")}
          defaultValue={current ?? undefined}
          options={[
            ...bodies.map(({ id, shortName }) => ({ value: id, label: shortName })),
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
        ...bodies.map(({ id, shortName }) => ({
          href: { ...here, query: { body: id } },
          label: shortName,
          current: current === id,
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
