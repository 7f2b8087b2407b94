import type { Metadata } from "next";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { InvitationClosed } from "@/components/people/invitation-closed";
import { InvitationForm } from "@/components/people/invitation-form";
import { ProviderLink } from "@/components/people/provider-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { findInvitation, type InvitationView } from "@/lib/people/invitations/queries";
import { secretPath } from "@/lib/people/secret-link";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; token: string }> };

// The secret in the address stays with this site. "no-referrer" would also blank the Origin of the form, which is then
// taken for a foreign one.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.invitation" });
  return {
    title: t("title"),
    description: t("description"),
    robots: { index: false },
    referrer: "same-origin",
  };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const [t, or] = await Promise.all([getTranslations("people.invitation"), getTranslations("people.signIn")]);
  const { oidc } = env();
  const invitation = await findInvitation(visitorActor(now()), token);
  const wait = invitation ? null : await countRequest("secret-link");
  if (invitation?.state !== "open") {
    return (
      <Band>
        <div className="space-y-8">
          <PageHead title={t("title")} />
          {wait ? <WaitNotice minutes={wait} /> : null}
          <InvitationClosed state={invitation?.state ?? "unknown"} expiresAt={invitation?.expiresAt} />
        </div>
      </Band>
    );
  }
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("title")} lead={t(invitation.hasAccount ? "knownLead" : "newLead")} />
        <Facts invitation={invitation} />
        <InvitationForm
          token={token}
          givenName={invitation.givenName}
          familyName={invitation.familyName}
          hasAccount={invitation.hasAccount}
        />
        {oidc && !invitation.hasAccount ? (
          <ProviderLink next={secretPath("/invitation/[token]", token, locale)} or={or("or")}>
            {t("provider", { name: oidc.name })}
          </ProviderLink>
        ) : null}
      </div>
    </Band>
  );
}

async function Facts({ invitation }: { invitation: InvitationView }) {
  const t = await getTranslations("people");
  const locale = (await getLocale()) as Locale;
  const { programme } = invitation;
  return (
    <div className="measure">
      <DefinitionList
        look="rows"
        items={[
          { term: t("invitation.invitedTo"), value: t(`roles.${invitation.role}`) },
          { term: t("invitation.organisation"), value: invitation.organisation?.name },
          {
            term: t("invitation.programme"),
            value: programme ? <span lang={programme.lang}>{programme.title}</span> : null,
          },
          { term: t("invitation.email"), value: invitation.email },
        ]}
      />
      <p className="mt-3 text-meta text-muted">
        {t("invitation.until", { date: formatInstant(invitation.expiresAt, locale) })}
      </p>
    </div>
  );
}
