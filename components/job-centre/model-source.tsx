import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Model } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import { exactDay, showSourceDate } from "@/lib/platform/source-date";

/** Which model this is, where it is written, and since when it holds. */
export function ModelSource({ model, place }: { model: Model; place?: string }) {
  const t = useTranslations("job-centre.source");
  const locale = useLocale();
  const day = (iso: string) => showSourceDate(exactDay(iso), locale);
  const { version, validFrom, validTo, programme } = model;
  return (
    <section aria-labelledby="source" className="text-base">
      <h2 id="source" className="mb-3 text-h3">
        {t("title")}
      </h2>
      <DefinitionList
        look="rows"
        items={[
          { key: "model", term: t("model"), value: inLanguage(model.title, locale) },
          {
            key: "place",
            term: t("place"),
            value: (
              <span lang="it">{place ? t("where", { source: model.source, place }) : model.source}</span>
            ),
          },
          {
            key: "since",
            term: t("since"),
            value: validTo
              ? t("validityTo", { from: day(validFrom), to: day(validTo), version })
              : t("validity", { from: day(validFrom), version }),
          },
          {
            key: "programme",
            term: t("programme"),
            value: programme ? (
              <AppLink href={{ pathname: "/programmes/[slug]", params: { slug: programme.slug } }}>
                <span lang={programme.lang}>{programme.shortTitle}</span>
              </AppLink>
            ) : null,
          },
        ]}
      />
    </section>
  );
}
