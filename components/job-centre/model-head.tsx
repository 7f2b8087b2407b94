import { useLocale, useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { PageHead } from "@/components/ui/page-head";
import type { Model } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

/** What the page is, counted from the model, and whose model it is. */
export function ModelHead({ model }: { model: Model }) {
  const t = useTranslations("job-centre");
  const locale = useLocale();
  const lined = model.areas.filter(({ macroArea }) => macroArea !== "SUPPORT");
  return (
    <Band room="tight">
      <PageHead
        title={t("title")}
        lead={t("lead", {
          macros: new Set(lined.map(({ macroArea }) => macroArea)).size,
          areas: lined.length,
          pools: model.areas.length - lined.length,
        })}
      />
      <p className="measure mt-3 text-base text-muted">
        {t("modelSource", { title: inLanguage(model.title, locale) })} <span lang="it">{model.source}</span>
      </p>
    </Band>
  );
}
