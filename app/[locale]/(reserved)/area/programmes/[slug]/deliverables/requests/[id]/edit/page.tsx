import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RequestForm } from "@/components/documents/request-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { changeRequestAction } from "@/lib/documents/deliverables/actions";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { getRequest, listReviewers } from "@/lib/documents/deliverables/requests/queries";
import { listTemplates } from "@/lib/documents/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { romeDay, romeTime } from "@/lib/platform/rome-time";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getRequest);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "documents" });
  const request = await open(id);
  return { title: pageTitle(t("request.change"), request.title) };
}

export default async function EditRequestPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const request = await open(id);
  pageNeeds(canRequestDeliverables(actor, request.programmeId));
  const [t, templates, reviewers] = await Promise.all([
    getTranslations("documents"),
    listTemplates(actor, request.programmeId),
    listReviewers(actor, request.programmeId),
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("request.change")}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/deliverables", params: { slug } },
            label: t("matrix.title"),
          },
          {
            href: { pathname: "/area/programmes/[slug]/deliverables/requests/[id]", params: { slug, id } },
            label: request.title,
          },
          { label: t("request.change") },
        ]}
      />
      <Notice>{t("request.changeNote")}</Notice>
      <RequestForm
        slug={slug}
        action={changeRequestAction}
        templates={templates}
        reviewers={reviewers}
        request={{
          ...request,
          materials: request.materials.map((one) => one.documentId),
          reviewers: request.reviewers.map((one) => one.personId),
          dueDay: romeDay(request.dueAt),
          dueTime: romeTime(request.dueAt),
          cutOffDay: request.cutOffAt ? romeDay(request.cutOffAt) : undefined,
        }}
      />
    </div>
  );
}
