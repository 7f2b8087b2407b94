import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { InvitationState } from "@/lib/people/invitations/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { state: Exclude<InvitationState, "open"> | "unknown"; expiresAt?: Date };

/** Why the link of an invitation opens nothing, and what to do. */
export function InvitationClosed({ state, expiresAt }: Props) {
  const t = useTranslations("people.invitation.state");
  const signIn = useTranslations("people.signIn");
  const locale = useLocale() as Locale;
  const date = expiresAt ? formatInstant(expiresAt, locale) : "";
  return (
    <div className="measure space-y-6">
      <Notice tone={state === "accepted" ? "info" : "warning"} title={t(state, { date })}>
        <p>{t(`${state}Next`)}</p>
      </Notice>
      {state === "accepted" ? <ButtonLink href="/sign-in">{signIn("submit")}</ButtonLink> : null}
    </div>
  );
}
