import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { CodeInput } from "@/components/people/code-form";
import { ShieldCheck, ShieldPlus } from "@/components/ui/icons";
import { QrCode } from "@/components/ui/qr-code";
import { SectionHead } from "@/components/ui/section-head";
import { beginSecondFactorAction, confirmSecondFactorAction } from "@/lib/people/second-factor/actions";
import type { Setup } from "@/lib/people/second-factor/queries";

/** Makes the secret; `again` in place of one that counts or is being set up. */
export function BeginSecondFactor({ next, label }: { next?: string; label: string }) {
  return (
    <ActionForm action={beginSecondFactorAction} hidden={next ? { next } : {}} className="">
      <SubmitButton variant="outline" size={40} icon={<ShieldPlus />}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

/** The three steps from the secret to a second factor that counts. */
export function SecondFactorSetup({ setup, next }: { setup: Setup; next?: string }) {
  const t = useTranslations("people.secondFactor");
  return (
    <section aria-labelledby="setup" className="space-y-6">
      <SectionHead id="setup" size="area" title={t("setup.title")} />
      <ol className="measure list-decimal space-y-6 pl-5">
        <li className="space-y-2 pl-1">
          <p className="font-semibold">{t("setup.app")}</p>
          <p>{t("setup.appNote")}</p>
        </li>
        <li className="space-y-3 pl-1">
          <p className="font-semibold">{t("setup.scan")}</p>
          <QrCode {...setup.qr} label={t("setup.drawing")} />
          <p>{t("setup.orType")}</p>
          <p className="break-words font-semibold text-lead tabular-nums" translate="no">
            {setup.secret}
          </p>
        </li>
        <li className="space-y-3 pl-1">
          <p className="font-semibold">{t("setup.confirm")}</p>
          <ActionForm
            action={confirmSecondFactorAction}
            hidden={next ? { next } : {}}
            fieldLabels={{ code: t("setup.code") }}
            className="space-y-6"
          >
            <CodeInput label={t("setup.code")} hint={t("setup.codeHint")} />
            <FormActions>
              <SubmitButton icon={<ShieldCheck />}>{t("setup.submit")}</SubmitButton>
            </FormActions>
          </ActionForm>
        </li>
      </ol>
    </section>
  );
}
