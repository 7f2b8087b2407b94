import { useLocale, useTranslations } from "next-intl";
import { ReferralList } from "@/components/job-centre/referral-list";
import { AppLink } from "@/components/ui/app-link";
import { ChevronDown } from "@/components/ui/icons";
import type { Model, ModelArea } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

type Props = { model: Model; chosen?: string };

/** The model without its drawing: each area unfolds into what it is for, its functions, how one comes in, where it leads. */
export function ModelList({ model, chosen }: Props) {
  const t = useTranslations("job-centre");
  const macros = [...new Set(model.areas.map(({ macroArea }) => macroArea))];
  return (
    <section aria-labelledby="list" className="text-base">
      <h2 id="list" className="border-ink border-t-2 pt-4 text-h3">
        {t("list.title")}
      </h2>
      {macros.map((macro) => (
        <section key={macro} aria-labelledby={`macro-${macro}`} className="mt-5">
          <h3 id={`macro-${macro}`} className="font-normal text-meta text-muted">
            {t(`macro.${macro}`)}
          </h3>
          {model.areas
            .filter(({ macroArea }) => macroArea === macro)
            .map((area) => (
              <AreaEntry key={area.slug} model={model} area={area} isChosen={area.slug === chosen} />
            ))}
        </section>
      ))}
    </section>
  );
}

function AreaEntry({ model, area, isChosen }: { model: Model; area: ModelArea; isChosen: boolean }) {
  const t = useTranslations("job-centre");
  const locale = useLocale();
  const look = isChosen
    ? "mt-1 rounded border border-edge border-l-4 border-l-action px-4"
    : "border-hairline border-b";
  return (
    <details open={isChosen} className={`group print:details-content:[content-visibility:visible] ${look}`}>
      <summary className="no-marker flex min-h-11 items-center justify-between gap-4 py-2 font-semibold text-link">
        {inLanguage(area.name, locale)}
        <ChevronDown className="no-print size-4 shrink-0 group-open:rotate-180" />
      </summary>
      <div className="space-y-3 pb-4 [&_h4]:font-semibold">
        <p>{inLanguage(area.mission, locale)}</p>
        <div>
          <h4>{t("functions")}</h4>
          <ul className="mt-0.5 space-y-0.5">
            {area.functions.map((one) => (
              <li key={one.slug}>
                <AppLink
                  href={{
                    pathname: "/job-services/model/[area]/[function]",
                    params: { area: area.slug, function: one.slug },
                  }}
                  className="font-semibold hover:underline"
                >
                  {inLanguage(one.name, locale)}
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h4>{t("access")}</h4>
          <p>{inLanguage(area.access, locale)}</p>
        </div>
        <div>
          <h4>{t("comesFrom")}</h4>
          <ReferralList model={model} area={area.slug} way="in" />
        </div>
        <div>
          <h4>{t("leadsTo")}</h4>
          <ReferralList model={model} area={area.slug} way="out" />
        </div>
        <p className="no-print">
          <AppLink
            href={{ pathname: "/job-services/model/[area]", params: { area: area.slug } }}
            className="font-semibold underline"
          >
            {t("list.openArea", { name: inLanguage(area.name, locale) })}
          </AppLink>
        </p>
      </div>
    </details>
  );
}
