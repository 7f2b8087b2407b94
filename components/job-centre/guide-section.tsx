import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { Band } from "@/components/layout/band";
import { AppLink, addressOf } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { CircleQuestionMark, Signpost } from "@/components/ui/icons";
import type { GuideReading } from "@/lib/job-centre/guide";
import type { Model } from "@/lib/job-centre/model/queries";
import type { Guide, GuideRule } from "@/lib/job-centre/schema";
import { type Bilingual, inLanguage } from "@/lib/platform/i18n/bilingual";

type Props = {
  guide: Guide;
  reading: GuideReading;
  suggestion: GuideRule | null;
  model: Model;
  rulesNote: string;
};

/** Three questions that lead to a desk: a plain form whose answers stand in the address. */
export function GuideSection({ guide, reading, suggestion, model, rulesNote }: Props) {
  const t = useTranslations("job-centre.guide");
  const locale = useLocale();
  const { who, need, charge } = guide.questions;
  const toOption = ({ key, name }: { key: string; name: Bilingual }) => ({
    value: key,
    label: inLanguage(name, locale),
  });
  const label = (number: number, text: Bilingual) => `${number}. ${inLanguage(text, locale)}`;
  const placeholder = t("choose");
  return (
    <Band as="section" ground="ground" labelledBy="guide">
      <h2 id="guide" className="text-h2">
        {t("title")}
      </h2>
      <p className="mt-2">{t("lead")}</p>
      <form
        method="get"
        action={`${addressOf("/job-services", locale)}#guide`}
        aria-labelledby="guide"
        className="no-print mt-6 grid items-end gap-x-6 gap-y-5 md:grid-cols-2 xl:grid-cols-[1fr_1fr_1fr_auto]"
      >
        <Select
          name="who"
          required
          label={label(1, who.label)}
          placeholder={placeholder}
          defaultValue={reading.given.who}
          options={who.options.map(toOption)}
        />
        <Select
          name="need"
          required
          label={label(2, need.label)}
          placeholder={placeholder}
          defaultValue={reading.given.need}
          options={need.groups.map(({ name, options }) => ({
            label: inLanguage(name, locale),
            options: options.map(toOption),
          }))}
        />
        <Select
          name="charge"
          required
          label={label(3, charge.label)}
          placeholder={placeholder}
          defaultValue={reading.given.charge}
          options={charge.options.map(toOption)}
        />
        <Button size={48}>{t("submit")}</Button>
      </form>
      {suggestion ? <Suggestion rule={suggestion} model={model} /> : null}
      {!suggestion && reading.isAsked ? (
        <p className="mt-7 flex items-start gap-4 border-hairline border-t pt-5">
          <CircleQuestionMark className="mt-0.5 size-6 shrink-0 text-link" />
          {t("answerAll")}
        </p>
      ) : null}
      <p className="measure mt-6 text-meta text-muted">{rulesNote}</p>
    </Band>
  );
}

function Suggestion({ rule, model }: { rule: GuideRule; model: Model }) {
  const t = useTranslations("job-centre.guide");
  const locale = useLocale();
  const area = model.areas.find(({ slug }) => slug === rule.desk.area);
  const service = area?.functions.find(({ slug }) => slug === rule.desk.service);
  return (
    <div className="mt-7 flex items-start gap-4 border-hairline border-t pt-5">
      <Signpost className="mt-0.5 size-6 shrink-0 text-link" />
      <div className="measure">
        <p>
          {area && service ? (
            <AppLink
              href={{
                pathname: "/job-services/model/[area]/[function]",
                params: { area: area.slug, function: service.slug },
              }}
              className="font-semibold underline"
            >
              {inLanguage(area.name, locale)}, {inLanguage(service.name, locale)}
            </AppLink>
          ) : (
            <strong className="font-semibold">{t("deskGone")}</strong>
          )}
          {rule.desk.isExternal ? <span className="font-semibold"> {t("external")}</span> : null}
        </p>
        <p className="mt-1">{inLanguage(rule.reason, locale)}</p>
        {rule.isFromSource ? null : <p className="mt-1 text-meta text-muted">{t("ours")}</p>}
      </div>
    </div>
  );
}
