import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { AskInterestForm } from "@/components/sessions/interest-forms";
import { SessionWhen } from "@/components/sessions/session-when";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage } from "@/lib/platform/request";
import { askInterestAction } from "@/lib/sessions/interests/actions";
import { getOpenMeeting } from "@/lib/sessions/interests/queries";
import { openProgramme } from "../../../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.interests" });
  return { title: t("askTitle"), robots: { index: false } };
}

export default async function AskInterestPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, meeting, query] = await Promise.all([
    getTranslations("planning.interests"),
    onPage(getOpenMeeting(actor, slug, id)),
    searchParams,
  ]);
  const page = { pathname: "/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <ProgrammeFrame programme={programme} current="sessions" title={t("askTitle")}>
      <Band room="tight">
        <div className="space-y-7">
          <p className="measure text-lead">
            <AppLink href={page}>{meeting.title}</AppLink>, <SessionWhen {...meeting} />
          </p>
          {one(query.done) === "asked" ? (
            <Notice tone="success" live title={t("asked")}>
              {t("askedNote")}
            </Notice>
          ) : null}
          {meeting.isOpen ? (
            <>
              <p className="measure">
                {t("askLead")}{" "}
                <AppLink href={{ pathname: "/area/meetings/[id]", params: { id } }}>{t("inPortal")}</AppLink>
              </p>
              <AskInterestForm action={askInterestAction} sessionId={meeting.id} />
            </>
          ) : (
            <Notice title={t("closed")} />
          )}
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
