import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnInterests } from "@/components/sessions/interest-forms";
import { SessionWhen } from "@/components/sessions/session-when";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { expressInterestAction, withdrawInterestAction } from "@/lib/sessions/interests/actions";
import { getOwnInterests } from "@/lib/sessions/interests/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; id: string }> };

const open = pageQuery(getOwnInterests);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "planning.interests" });
  const { session } = await open(id);
  return { title: pageTitle(t("askTitle"), sessionName(session, locale)) };
}

export default async function MeetingPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const [t, { session, isOpen, bodies }] = await Promise.all([
    getTranslations("planning.interests"),
    open(id),
  ]);
  const page = { slug: session.programme.slug, id: session.id };
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("askTitle")} />
      <p className="measure text-lead">
        <AppLink href={{ pathname: "/programmes/[slug]/sessions/[id]", params: page }}>
          {session.title}
        </AppLink>
        , <SessionWhen {...session} />
      </p>
      {isOpen ? null : <Notice title={t("closed")} />}
      {bodies.length === 0 ? (
        <Notice title={t("noBody")}>
          <AppLink href={{ pathname: "/programmes/[slug]/sessions/[id]/interest", params: page }}>
            {t("publicForm")}
          </AppLink>
        </Notice>
      ) : null}
      {isOpen && bodies.length > 0 ? (
        <OwnInterests
          sessionId={session.id}
          bodies={bodies}
          actions={{ express: expressInterestAction, withdraw: withdrawInterestAction }}
        />
      ) : null}
    </div>
  );
}
