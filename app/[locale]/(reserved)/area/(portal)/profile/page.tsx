import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoneNotice } from "@/components/people/done-notice";
import { FeedAddress } from "@/components/people/feed-address";
import { ChangePasswordForm } from "@/components/people/password-forms";
import { EmailNote, SecondFactorSection } from "@/components/people/profile-access";
import { ProfileForm } from "@/components/people/profile-form";
import { RoleName } from "@/components/people/role-name";
import { SignInList } from "@/components/people/sign-in-list";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { findWaitingEmail } from "@/lib/people/email-address/queries";
import { getProfile } from "@/lib/people/profile/queries";
import { presentSignIn } from "@/lib/people/providers/browser";
import { listSignIns } from "@/lib/people/sign-in/queries";
import { env } from "@/lib/platform/env";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.profile" });
  return { title: t("title") };
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, profile, present, query] = await Promise.all([
    getTranslations("people.profile"),
    getProfile(actor),
    presentSignIn(),
    searchParams,
  ]);
  const [signIns, waiting] = await Promise.all([listSignIns(actor, profile.id), findWaitingEmail(actor)]);
  const { siteUrl, SIGN_IN_IDLE_HOURS, SIGN_IN_MAX_HOURS } = env();
  return (
    <div className="space-y-10">
      <PageHead size="area" title={t("title")} note={`${profile.givenName} ${profile.familyName}`} />
      <DoneNotice done={one(query.done)} />
      <section aria-labelledby="data" className="space-y-5">
        <SectionHead id="data" size="area" title={t("data")} />
        <DefinitionList look="rows" items={[{ term: t("email"), value: profile.email }]} />
        <EmailNote isDemo={profile.isDemo} waiting={waiting} />
        <ProfileForm profile={profile} />
      </section>
      <section aria-labelledby="roles" className="space-y-3">
        <SectionHead id="roles" size="area" title={t("roles")} />
        {profile.roles.length === 0 ? <p className="text-muted">{t("rolesNone")}</p> : null}
        <ul className="space-y-1.5">
          {profile.roles.map((role) => (
            <li key={role.id}>
              <RoleName
                role={role.role}
                organisation={role.organisation?.name}
                programme={role.programme?.shortTitle}
              />{" "}
              <span className="text-muted">{t("since", { date: formatDay(role.fromAt, locale) })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="feed" className="space-y-4">
        <SectionHead id="feed" size="area" title={t("feed")} />
        <p className="measure">{t("feedNote")}</p>
        <FeedAddress address={`${siteUrl}/calendario/${profile.feedToken}.ics`} />
      </section>
      <section aria-labelledby="password" className="space-y-5">
        <SectionHead id="password" size="area" title={t("password")} />
        <p className="measure text-muted">{t(profile.isDemo ? "demoFixed" : "passwordNote")}</p>
        {profile.isDemo ? null : <ChangePasswordForm />}
      </section>
      <SecondFactorSection isOn={profile.hasSecondFactor} />
      <section aria-labelledby="sign-ins" className="space-y-3">
        <SectionHead id="sign-ins" size="area" title={t("signIns")} />
        <p className="measure text-muted">
          {t("signInsNote", { idle: SIGN_IN_IDLE_HOURS, most: SIGN_IN_MAX_HOURS })}
        </p>
        <SignInList signIns={signIns} present={present} own />
      </section>
    </div>
  );
}
