import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BodyActs } from "@/components/documents/body-acts";
import { DeliverableHistory } from "@/components/documents/deliverable-history";
import { OwnUploads } from "@/components/documents/own-uploads";
import { RequestFacts } from "@/components/documents/request-facts";
import { ReviewActs } from "@/components/documents/review-acts";
import { DeliverableChip, DueDay } from "@/components/documents/state";
import { VersionList } from "@/components/documents/version-list";
import { LibraryOffer } from "@/components/reuse/library-offer";
import { OnAgendas } from "@/components/sessions/on-agendas";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { removeUploadAction } from "@/lib/documents/actions";
import * as acts from "@/lib/documents/deliverables/actions";
import { canExtendOrLock, canReview, canSubmit } from "@/lib/documents/deliverables/policy";
import { getDeliverable } from "@/lib/documents/deliverables/queries";
import { env } from "@/lib/platform/env";
import { formatSize } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { listUploads } from "@/lib/platform/uploads/queries";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { findLibraryState } from "@/lib/reuse/releases/queries";
import { listAgendasWith } from "@/lib/sessions/agenda/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getDeliverable);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "documents" });
  const deliverable = await open(id);
  return { title: pageTitle(t("deliverable.title"), deliverable.request.title) };
}

export default async function DeliverablePage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const deliverable = await open(id);
  const documentId = deliverable.document?.id;
  const [t, query, agendas, uploads, library] = await Promise.all([
    getTranslations("documents"),
    searchParams,
    listAgendasWith(actor, { kind: "DELIVERABLE", id }),
    listUploads(actor, { entries: ["documents.addDraft"], target: { deliverable: id } }),
    documentId ? findLibraryState(actor, documentId) : null,
  ]);
  const place = { programmeId: deliverable.request.programmeId, organisationId: deliverable.organisationId };
  const versions = deliverable.document?.versions ?? [];
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={deliverable.request.title}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/deliverables", params: { slug } },
            label: t("matrix.title"),
          },
          { label: deliverable.request.title },
        ]}
        meta={
          <>
            <DeliverableChip state={deliverable.state} />
            <span>{deliverable.organisation.name}</span>
            <DueDay at={deliverable.dueAt} now={actor.at} />
          </>
        }
      />
      <OnAgendas sessions={agendas} />
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      {canSubmit(actor, place) ? (
        <BodyActs
          slug={slug}
          deliverable={deliverable}
          now={actor.at}
          actions={{ submit: acts.submitDeliverableAction, withdraw: acts.withdrawSubmissionAction }}
          refused={refusedUpload(query.refused)}
          maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
        />
      ) : null}
      {canReview(actor, place) ? (
        <ReviewActs
          deliverable={deliverable}
          mayExtendOrLock={canExtendOrLock(actor, place)}
          actions={{
            open: acts.openReviewAction,
            decide: acts.decideReviewAction,
            undo: acts.undoApprovalAction,
            lock: acts.lockDeliverableAction,
            extend: acts.grantExtensionAction,
          }}
        />
      ) : null}
      {documentId && library ? <LibraryOffer slug={slug} documentId={documentId} state={library} /> : null}
      <section className="space-y-4">
        <SectionHead size="area" title={t("deliverable.asked")} />
        <RequestFacts request={deliverable.request} />
      </section>
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("deliverable.versions")} />
        {versions.length > 0 ? (
          <VersionList versions={versions} />
        ) : (
          <EmptyState title={t("deliverable.noVersion")} />
        )}
      </section>
      <DeliverableHistory deliverable={deliverable} />
    </div>
  );
}
