import type { Model } from "@/lib/job-centre/model/queries";
import { type Bilingual, inLanguage } from "@/lib/platform/i18n/bilingual";

/**
 * A page of the model as schema.org knows it: a page about a kind of service, based on its source. It does not say that
 * somebody offers the service today, because the model does not.
 */
export function serviceLinkedData(
  model: Pick<Model, "title" | "source" | "validFrom">,
  page: { name: Bilingual; text: Bilingual; locale: string; url: string },
): Record<string, unknown> {
  const { name, text, locale, url } = page;
  return {
    "@type": "WebPage",
    name: inLanguage(name, locale),
    url,
    inLanguage: locale,
    about: { "@type": "Service", name: inLanguage(name, locale), description: inLanguage(text, locale) },
    isBasedOn: {
      "@type": "CreativeWork",
      name: model.source,
      datePublished: model.validFrom,
      inLanguage: "it",
    },
  };
}
