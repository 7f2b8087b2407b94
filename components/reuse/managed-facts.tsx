import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ManagedItemPage } from "@/lib/reuse/queries";
import { licenceOf } from "@/lib/reuse/vocabulary";

/** Who published an item and when, where everybody reads it and from where it comes. */
export function ManagedFacts({ slug, item }: { slug: string; item: ManagedItemPage }) {
  const t = useTranslations("reuse.area");
  const fields = useTranslations("reuse.fields");
  const locale = useLocale() as Locale;
  const { document } = item;
  const by = item.publishedBy;
  const date = formatDay(item.publishedAt, locale);
  return (
    <section aria-labelledby="facts" className="max-w-[52rem]">
      <SectionHead id="facts" size="area" title={t("facts")} />
      <DefinitionList
        look="rows"
        items={[
          {
            term: t("public"),
            value: (
              <AppLink href={{ pathname: "/reuse/[slug]", params: { slug: item.slug } }}>
                <span lang={item.lang}>{item.title}</span>
              </AppLink>
            ),
          },
          {
            term: t("state"),
            value: by
              ? t("publishedBy", { date, name: `${by.givenName} ${by.familyName}` })
              : t("publishedOn", { date }),
          },
          { term: fields("licence"), value: licenceOf(item.licence).name },
          {
            term: t("document"),
            value: (
              <AppLink
                href={
                  document.deliverableId
                    ? {
                        pathname: "/area/programmes/[slug]/deliverables/[id]",
                        params: { slug, id: document.deliverableId },
                      }
                    : {
                        pathname: "/area/programmes/[slug]/documents/[id]",
                        params: { slug, id: document.id },
                      }
                }
              >
                {item.releases[0]?.version.filename}
              </AppLink>
            ),
          },
        ]}
      />
    </section>
  );
}
