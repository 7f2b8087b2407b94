import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ReplyForm } from "@/components/sessions/reply-form";
import { ReplyPageFacts } from "@/components/sessions/reply-page-facts";
import { ReplyPageState } from "@/components/sessions/reply-page-state";
import { ButtonLink } from "@/components/ui/button";
import { CalendarPlus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";
import { replyByLinkAction } from "@/lib/sessions/replies/actions";
import { findReplyPage } from "@/lib/sessions/replies/queries";

type Props = { params: Promise<{ locale: Locale; token: string }> };

// The secret in the address stays with this site. "no-referrer" would also blank the Origin of the form, which is then
// taken for a foreign one.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "replies.page" });
  return {
    title: t("title"),
    description: t("description"),
    robots: { index: false },
    referrer: "same-origin",
  };
}

export default async function ReplyPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("replies.page");
  const view = await findReplyPage(visitorActor(now()), token);
  if (!view) {
    const wait = await countRequest("secret-link");
    if (!wait) notFound();
    return (
      <Band>
        <WaitNotice minutes={wait} />
      </Band>
    );
  }
  const { session, replies } = view;
  const { slug } = session.programme;
  return (
    <Band>
      <div className="max-w-[44rem] space-y-8">
        <PageHead title={session.title} />
        <ReplyPageState view={view} />
        <ReplyPageFacts view={view} />
        {session.state === "CONVENED" ? (
          <ReplyForm
            action={replyByLinkAction}
            hidden={{ token }}
            own={replies.own}
            places={replies.places}
          />
        ) : null}
        <div className="flex flex-wrap gap-3">
          {session.state === "CONVENED" ? (
            <ButtonLink
              href={{ url: `/api/calendar/invitation/${token}` }}
              variant="outline"
              size={40}
              icon={<CalendarPlus />}
            >
              {t("calendar")}
            </ButtonLink>
          ) : null}
          <ButtonLink
            href={{ pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id: session.id } }}
            variant="plain"
            size={40}
          >
            {t("area")}
          </ButtonLink>
        </div>
        <p className="text-meta text-muted">{t("secret")}</p>
      </div>
    </Band>
  );
}
