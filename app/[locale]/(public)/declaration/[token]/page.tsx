import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { AnswerDeclarationForm } from "@/components/reuse/declaration-forms";
import { MailedState } from "@/components/reuse/mailed-state";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";
import { answerDeclarationAction } from "@/lib/reuse/declarations/actions";
import { findMailedDeclaration } from "@/lib/reuse/declarations/queries";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reuse.mailed" });
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function MailedDeclarationPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("reuse.mailed");
  const declaration = await findMailedDeclaration(visitorActor(now()), token);
  const wait = declaration.state === "unknown" ? await countRequest("secret-link") : null;
  if (declaration.state === "unknown") {
    return (
      <Band>
        <div className="space-y-8">
          <PageHead title={t("title")} />
          {wait ? <WaitNotice minutes={wait} /> : null}
          <Notice tone="warning" title={t("states.unknown")} />
        </div>
      </Band>
    );
  }
  const { state } = declaration;
  const mayAnswer = state !== "WITHDRAWN" && state !== "EXPIRED";
  return (
    <Band>
      <div className="space-y-8">
        <MailedState declaration={declaration} />
        {mayAnswer ? (
          <AnswerDeclarationForm
            action={answerDeclarationAction}
            token={token}
            mayConfirm={state === "PENDING"}
          />
        ) : null}
      </div>
    </Band>
  );
}
