import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { SectionHead } from "@/components/ui/section-head";

/** What the address is for, where it is changed, and whether a change waits to be confirmed. */
export function EmailNote({ isDemo, waiting }: { isDemo: boolean; waiting: string | null }) {
  const t = useTranslations("people.profile");
  return (
    <div className="measure space-y-1 text-meta text-muted">
      <p>
        {t("emailNote")} {isDemo ? t("emailDemo") : null}
      </p>
      {waiting ? <p>{t("emailWaiting", { email: waiting })}</p> : null}
      {isDemo ? null : (
        <p>
          <AppLink href="/area/profile/email-address" className="py-1 font-semibold">
            {t("emailChange")}
          </AppLink>
        </p>
      )}
    </div>
  );
}

/** Whether there is a second factor, and the way to it. */
export function SecondFactorSection({ isOn }: { isOn: boolean }) {
  const t = useTranslations("people.profile");
  return (
    <section aria-labelledby="second-factor" className="space-y-4">
      <SectionHead id="second-factor" size="area" title={t("secondFactor")} />
      <p className="measure">{t(isOn ? "secondFactorOn" : "secondFactorOff")}</p>
      <ButtonLink variant="outline" size={40} href="/area/profile/second-factor">
        {t("secondFactorManage")}
      </ButtonLink>
    </section>
  );
}
