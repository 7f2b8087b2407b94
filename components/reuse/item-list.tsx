import { useLocale, useTranslations } from "next-intl";
import { Cover } from "@/components/reuse/cover";
import { AppLink } from "@/components/ui/app-link";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ListedItem } from "@/lib/reuse/queries";
import { licenceOf } from "@/lib/reuse/vocabulary";

type Props = {
  items: ListedItem[];
  /** Names the programme beside each, on pages over all of them. */
  withProgramme?: boolean;
  level?: 2 | 3;
};

/** Items of the library, each with what decides whether to open it. */
export function ItemList({ items, withProgramme, level = 3 }: Props) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-b">
      {items.map((item) => (
        <li key={item.id} className="flex items-start gap-x-5 py-6">
          <Cover item={item} />
          <Item item={item} withProgramme={withProgramme} level={level} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item, withProgramme, level }: { item: ListedItem; withProgramme?: boolean; level: 2 | 3 }) {
  const t = useTranslations("reuse");
  const locale = useLocale() as Locale;
  const Heading = `h${level}` as const;
  const [release] = item.releases;
  const { slug, shortTitle } = item.programme;
  return (
    <div className="min-w-0">
      <Heading lang={item.lang} className="max-w-[32em] text-h3 [overflow-wrap:anywhere]">
        <AppLink
          href={{ pathname: "/reuse/[slug]", params: { slug: item.slug } }}
          className="no-underline hover:underline"
        >
          {item.title}
        </AppLink>
      </Heading>
      <p className="mt-0.5 text-meta text-muted">{t("item.by", { authors: item.authors.join(", ") })}</p>
      <p lang={item.lang} className="measure mt-2 line-clamp-3">
        {item.abstract}
      </p>
      <p className="mt-2.5 flex flex-wrap gap-x-4 gap-y-0.5 text-meta text-muted">
        <span>{item.subjects.map((one) => t(`subjects.${one}`)).join(", ")}</span>
        <span>{licenceOf(item.licence).name}</span>
        {release ? (
          <span>
            {t("list.release", {
              number: release.number,
              date: formatDay(release.releasedAt, locale),
            })}
          </span>
        ) : null}
        {withProgramme ? (
          <AppLink href={{ pathname: "/programmes/[slug]/documents", params: { slug } }}>
            {shortTitle}
          </AppLink>
        ) : null}
        {item._count.declarations > 0 ? (
          <span>{t("list.reusedBy", { count: item._count.declarations })}</span>
        ) : null}
      </p>
    </div>
  );
}
