import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import type { ModelStep } from "@/lib/job-centre/model/queries";
import type { Office } from "@/lib/platform/db/generated/enums";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

const offices: Office[] = ["FRONT", "BACK", "BOTH"];

/** The steps of a function, at the desk and behind it, as far as the source tells them apart. */
export function StepList({ steps }: { steps: ModelStep[] }) {
  const t = useTranslations("job-centre.function");
  if (steps.length === 0)
    return (
      <section aria-labelledby="steps">
        <SectionHead id="steps" title={t("steps")} />
        <p className="pt-4 text-muted">{t("noSteps")}</p>
      </section>
    );
  return (
    <section aria-labelledby="steps">
      <SectionHead id="steps" title={t("steps")} />
      <div className="mt-6 space-y-10">
        {offices.map((office) => {
          const own = steps.filter((step) => step.office === office);
          if (own.length === 0) return null;
          return (
            <section key={office} aria-labelledby={`office-${office}`}>
              <h3 id={`office-${office}`} className="text-h3">
                {t(`offices.${office}`)}
              </h3>
              {office === "BOTH" ? <p className="mt-1 text-meta text-muted">{t("both")}</p> : null}
              <ol className="mt-3 divide-y divide-hairline border-hairline border-y">
                {own.map((step, index) => (
                  <StepRow key={step.id} step={step} number={index + 1} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function StepRow({ step, number }: { step: ModelStep; number: number }) {
  const t = useTranslations("job-centre.function");
  const locale = useLocale();
  const kinds = (["laws", "documents", "channels"] as const).filter((kind) => step[kind].length > 0);
  return (
    <li className="flex gap-4 py-4">
      <span aria-hidden="true" className="w-7 shrink-0 font-bold text-link tabular-nums">
        {number}
      </span>
      <div className="grid min-w-0 flex-1 gap-x-10 gap-y-2 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <p className="measure">{inLanguage(step.text, locale)}</p>
        {kinds.length > 0 ? (
          <dl className="space-y-1 text-base">
            {kinds.map((kind) => (
              <div key={kind} className="flex gap-x-3">
                <dt className="w-24 shrink-0 text-muted">{t(kind)}</dt>
                <dd lang="it" className="min-w-0 [overflow-wrap:anywhere]">
                  {step[kind].join(", ")}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </li>
  );
}
