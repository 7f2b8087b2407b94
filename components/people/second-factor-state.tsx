import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { BeginSecondFactor } from "@/components/people/second-factor-setup";
import { ButtonLink } from "@/components/ui/button";
import { ShieldOff } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { renewRecoveryCodesAction } from "@/lib/people/second-factor/actions";
import type { SecondFactorView } from "@/lib/people/second-factor/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { factor: SecondFactorView; isSettingUp: boolean };

/** Whether there is a second factor, and what can be done about it. */
export function SecondFactorState({ factor, isSettingUp }: Props) {
  const t = useTranslations("people.secondFactor");
  const locale = useLocale() as Locale;
  const { since, codesLeft, required, isDemo, mayEnrol } = factor;
  return (
    <>
      {isDemo ? (
        <Notice title={t("demoTitle")}>
          <p>{t(mayEnrol ? "demoText" : "demoShared")}</p>
        </Notice>
      ) : null}
      <section aria-labelledby="app" className="space-y-4">
        <SectionHead id="app" size="area" title={t("app")} />
        <p className="measure">
          {since ? t("on", { date: formatDay(since, locale) }) : t("off")} {required ? t("required") : null}
        </p>
        {mayEnrol ? (
          <div className="flex flex-wrap gap-3">
            {isSettingUp ? null : <BeginSecondFactor label={t(since ? "replace" : "begin")} />}
            {since && !required ? (
              <ButtonLink
                variant="danger"
                size={40}
                icon={<ShieldOff />}
                href="/area/profile/second-factor/remove"
              >
                {t("remove")}
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
      </section>
      {since ? (
        <section aria-labelledby="codes" className="space-y-4">
          <SectionHead id="codes" size="area" title={t("codes")} />
          <p className="measure">{t("codesLeft", { count: codesLeft })}</p>
          {codesLeft <= 3 ? <Notice tone="warning" title={t("codesFew")} /> : null}
          <ActionForm action={renewRecoveryCodesAction} className="">
            <SubmitButton variant="outline" size={40}>
              {t("renew")}
            </SubmitButton>
          </ActionForm>
        </section>
      ) : null}
    </>
  );
}
