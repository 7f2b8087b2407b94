import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { AnswerInterestForm } from "@/components/sessions/interest-forms";
import { SessionWhen } from "@/components/sessions/session-when";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";
import { answerInterestAction } from "@/lib/sessions/interests/actions";
import { findMailedInterest } from "@/lib/sessions/interests/queries";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.interests" });
  return { title: t("mailedTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default async function MailedInterestPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("planning.interests");
  const interest = await findMailedInterest(visitorActor(now()), token);
  const wait = interest.state === "unknown" ? await countRequest("secret-link") : null;
  if (interest.state === "unknown") {
    return (
      <Band>
        <div className="space-y-8">
          <PageHead title={t("mailedTitle")} />
          {wait ? <WaitNotice minutes={wait} /> : null}
          <Notice tone="warning" title={t("mailed.unknown")} />
        </div>
      </Band>
    );
  }
  const { session, state, isOpen } = interest;
  const mayAnswer = isOpen && (state === "PENDING" || state === "CONFIRMED");
  return (
    <Band>
      <div className="space-y-8">
        <PageHead
          title={t("mailedTitle")}
          lead={t("mailedLead", { body: interest.bodyName, people: interest.people })}
        />
        <p className="measure text-lead">
          <AppLink
            href={{
              pathname: "/programmes/[slug]/sessions/[id]",
              params: { slug: session.programme.slug, id: session.id },
            }}
          >
            {session.title}
          </AppLink>
          , <SessionWhen {...session} />
        </p>
        <Notice tone={state === "CONFIRMED" ? "success" : "info"} title={t(`mailed.${state}`)}>
          {isOpen ? null : t("closed")}
        </Notice>
        {mayAnswer ? (
          <AnswerInterestForm
            action={answerInterestAction}
            token={token}
            isConfirmed={state === "CONFIRMED"}
          />
        ) : null}
      </div>
    </Band>
  );
}
