import { useLocale, useTranslations } from "next-intl";
import { ReferralList } from "@/components/job-centre/referral-list";
import { AppLink, addressOf } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import type { Model, ModelArea } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

/** One area: how one enters it, its functions, where one comes from and where it leads. */
export function AreaView({ model, area }: { model: Model; area: ModelArea }) {
  const t = useTranslations("job-centre");
  const locale = useLocale();
  return (
    <div className="space-y-12">
      <section aria-labelledby="access">
        <SectionHead
          id="access"
          title={t("access")}
          link={{
            href: {
              url: `${addressOf({ pathname: "/job-services", query: { area: area.slug } }, locale)}#model`,
            },
            label: t("area.seeDrawing"),
          }}
        />
        <p className="measure pt-4">{inLanguage(area.access, locale)}</p>
      </section>
      <section aria-labelledby="functions">
        <SectionHead id="functions" title={t("functions")} />
        {area.functions.length > 0 ? (
          <ol className="divide-y divide-hairline border-hairline border-b">
            {area.functions.map((one) => (
              <li
                key={one.slug}
                className="grid gap-x-8 gap-y-1 py-4 md:grid-cols-[minmax(0,4fr)_minmax(0,7fr)_9rem]"
              >
                <h3 className="text-h4">
                  <AppLink
                    href={{
                      pathname: "/job-services/model/[area]/[function]",
                      params: { area: area.slug, function: one.slug },
                    }}
                    className="hover:underline"
                  >
                    {inLanguage(one.name, locale)}
                  </AppLink>
                </h3>
                <p className="measure text-base">{inLanguage(one.description, locale)}</p>
                <p className="text-meta text-muted md:text-right">
                  {t("function.stepCount", { count: one.steps })}
                </p>
              </li>
            ))}
          </ol>
        ) : (
          <p className="pt-4 text-muted">{t("area.noFunctions")}</p>
        )}
      </section>
      <AreaWays model={model} area={area} />
    </div>
  );
}

/** From where one reaches an area and where it leads, side by side. */
export function AreaWays({ model, area }: { model: Model; area: ModelArea }) {
  const t = useTranslations("job-centre");
  return (
    <div className="grid gap-x-14 gap-y-10 md:grid-cols-2">
      <section aria-labelledby="in">
        <SectionHead id="in" title={t("comesFrom")} />
        <div className="pt-4">
          <ReferralList model={model} area={area.slug} way="in" />
        </div>
      </section>
      <section aria-labelledby="out">
        <SectionHead id="out" title={t("leadsTo")} />
        <div className="pt-4">
          <ReferralList model={model} area={area.slug} way="out" />
        </div>
      </section>
    </div>
  );
}
