import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WeekContext } from "@/components/calendar/week-context";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { ConveningSummary } from "@/components/sessions/convening-summary";
import { StateNote } from "@/components/sessions/state-note";
import { StepNote } from "@/components/sessions/step-note";
import { ButtonLink } from "@/components/ui/button";
import { Send } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { getWeekAround } from "@/lib/calendar/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { conveneSessionAction } from "@/lib/sessions/actions";
import { getConveningReview } from "@/lib/sessions/planning/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getConveningReview);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.review" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function ConveneSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, review] = await Promise.all([getTranslations("sessions"), open(slug, id)]);
  const { session } = review;
  const week = await getWeekAround(actor, session.startsAt, session.id);
  const place = { slug, id };
  const isReady = session.state === "DRAFT" && !review.isPast && review.missing.length === 0;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("review.title")}
        lead={t("review.lead")}
        crumbs={[
          {
            label: t("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          {
            label: session.title,
            href: { pathname: "/area/programmes/[slug]/sessions/[id]", params: place },
          },
          { label: t("review.title") },
        ]}
      />
      <StateNote state={session.state} allowed={["DRAFT"]} refusal="moveNotAllowed" />
      <StepNote step={2} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,40rem)_18rem]">
        <ActionForm action={conveneSessionAction} hidden={{ id, version: session.version }}>
          <ConveningSummary review={review} />
          <FormActions>
            {isReady ? <SubmitButton icon={<Send />}>{t("review.confirm")}</SubmitButton> : null}
            {review.isPast && session.state === "DRAFT" ? (
              <ButtonLink href={{ pathname: "/area/programmes/[slug]/sessions/[id]/close", params: place }}>
                {t("review.recordPast")}
              </ButtonLink>
            ) : null}
            <ButtonLink
              href={{ pathname: "/area/programmes/[slug]/sessions/[id]/edit", params: place }}
              variant="outline"
            >
              {t("review.edit")}
            </ButtonLink>
          </FormActions>
        </ActionForm>
        <WeekContext week={week} />
      </div>
    </div>
  );
}
