import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { MonitorSmartphone } from "@/components/ui/icons";
import { endOtherSignInsAction, endSignInAction } from "@/lib/people/sign-in/actions";
import type { SignInRow } from "@/lib/people/sign-in/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  signIns: SignInRow[];
  /** the sign-in of this browser, which ends by signing out */
  present: string | null;
  /** offers to end all but the present one: on one's own page */
  own?: boolean;
};

/** The sign-ins that still hold, each with a button that ends it. */
export function SignInList({ signIns, present, own }: Props) {
  const t = useTranslations("people.profile");
  const locale = useLocale() as Locale;
  return (
    <div className="space-y-5">
      <ul className="divide-y divide-hairline border-hairline border-b">
        {signIns.map(({ id, device, network, createdAt, lastSeenAt, secondFactorAt }) => {
          const name = device ?? t("unknownDevice");
          const opened = formatInstant(createdAt, locale);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="flex min-w-0 gap-3">
                <MonitorSmartphone className="mt-0.5 size-5 shrink-0 text-muted" />
                <div>
                  <p className="font-semibold">{id === present ? `${name} (${t("thisOne")})` : name}</p>
                  <p className="text-meta text-muted">
                    {network ? `${t("network", { network })}, ` : null}
                    {secondFactorAt ? `${t("withFactor")}, ` : null}
                    {t("opened", { at: opened })}, {t("lastSeen", { at: formatInstant(lastSeenAt, locale) })}
                  </p>
                </div>
              </div>
              {id === present ? null : (
                <ActionForm action={endSignInAction} hidden={{ id }} className="">
                  <SubmitButton
                    variant="outline"
                    size={32}
                    aria-label={t("endOf", { device: name, at: opened })}
                  >
                    {t("end")}
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
      {own && signIns.length > 1 ? (
        <ActionForm action={endOtherSignInsAction} className="">
          <SubmitButton variant="outline" size={40}>
            {t("endOthers")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
