import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ReuseItemPage } from "@/lib/reuse/queries";
import { licenceKey, licenceOf } from "@/lib/reuse/vocabulary";

/** Licence, authors, subjects and where an item comes from. */
export function ItemFacts({ item }: { item: ReuseItemPage }) {
  const t = useTranslations("reuse");
  const locale = useLocale() as Locale;
  const body = item.organisation ?? item.programme.promoter;
  const { slug, shortTitle } = item.programme;
  const facts: { term: string; value: ReactNode }[] = [
    {
      term: t("fields.licence"),
      value: (
        <>
          <a rel="license" href={licenceOf(item.licence).url} className="font-semibold">
            {t(`licenceNames.${licenceKey(item.licence)}`)}
          </a>
          <span className="block text-meta text-muted">{t(`licences.${licenceKey(item.licence)}`)}</span>
        </>
      ),
    },
    { term: t("fields.authors"), value: item.authors.join(", ") },
    {
      term: t("fields.body"),
      value: (
        <AppLink href={{ pathname: "/organisations/[slug]", params: { slug: body.slug } }}>
          {body.name}
        </AppLink>
      ),
    },
    {
      term: t("fields.programme"),
      value: <AppLink href={{ pathname: "/programmes/[slug]", params: { slug } }}>{shortTitle}</AppLink>,
    },
    {
      term: t("fields.subjects"),
      value: item.subjects.map((subject, index) => (
        <span key={subject}>
          {index > 0 ? ", " : ""}
          <AppLink href={{ pathname: "/reuse", query: { subject } }}>{t(`subjects.${subject}`)}</AppLink>
        </span>
      )),
    },
    { term: t("fields.language"), value: t(`languages.${item.lang}`) },
    { term: t("item.published"), value: formatDay(item.publishedAt, locale) },
    { term: t("fields.updated"), value: formatDay(item.modifiedAt, locale) },
  ];
  return (
    <dl className="divide-y divide-hairline border-hairline border-y">
      {facts.map(({ term, value }) => (
        <div key={term} className="py-2.5">
          <dt className="text-meta text-muted">{term}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
