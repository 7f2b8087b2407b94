import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RequestForm } from "@/components/documents/request-form";
import { PageHead } from "@/components/ui/page-head";
import { requestDeliverableAction } from "@/lib/documents/deliverables/actions";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { listReviewers } from "@/lib/documents/deliverables/requests/queries";
import { listTemplates } from "@/lib/documents/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme, listBodies } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("request.new") };
}

export default async function NewRequestPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canRequestDeliverables(actor, programme.id));
  const [t, bodies, templates, reviewers] = await Promise.all([
    getTranslations("documents"),
    listBodies(actor, programme.id),
    listTemplates(actor, programme.id),
    listReviewers(actor, programme.id),
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("request.new")}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/deliverables", params: { slug } },
            label: t("matrix.title"),
          },
          { label: t("request.new") },
        ]}
      />
      <RequestForm
        slug={slug}
        action={requestDeliverableAction}
        templates={templates}
        reviewers={reviewers}
        bodies={bodies.filter((body) => body.state === "SELECTED" || body.state === "ACTIVE")}
      />
    </div>
  );
}
