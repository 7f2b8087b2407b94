import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkedThreads } from "@/components/discussions/linked-threads";
import { BodyActs } from "@/components/documents/body-acts";
import { DeliverableExchange } from "@/components/documents/deliverable-exchange";
import { DeliverableHistory } from "@/components/documents/deliverable-history";
import { ExtensionRequests } from "@/components/documents/extension-requests";
import { OwnUploads } from "@/components/documents/own-uploads";
import { RegisterRow } from "@/components/documents/register-row";
import { RequestFacts } from "@/components/documents/request-facts";
import { RequiredMaterial } from "@/components/documents/required-material";
import { ReviewActs } from "@/components/documents/review-acts";
import { ReviewChain } from "@/components/documents/review-chain";
import { DeliverableChip, DueDay } from "@/components/documents/state";
import { CompareLink } from "@/components/documents/text/compare-link";
import { VersionList } from "@/components/documents/version-list";
import { LibraryOffer } from "@/components/reuse/library-offer";
import { OnAgendas } from "@/components/sessions/on-agendas";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { unlinkThreadAction } from "@/lib/discussions/actions";
import { canLink } from "@/lib/discussions/policy";
import { listLinkedThreads } from "@/lib/discussions/queries";
import { removeUploadAction } from "@/lib/documents/actions";
import * as acts from "@/lib/documents/deliverables/actions";
import { addCommentAction, resolveCommentAction } from "@/lib/documents/deliverables/comments/actions";
import { writeMessageAction } from "@/lib/documents/deliverables/conversation/actions";
import { findExchange } from "@/lib/documents/deliverables/conversation/queries";
import * as extensions from "@/lib/documents/deliverables/extensions/actions";
import { getDeliverable } from "@/lib/documents/deliverables/one/queries";
import {
  canExtendOrLock,
  canRelease,
  canReview,
  canSetProtocol,
  canSubmit,
  sideOf,
} from "@/lib/documents/deliverables/policy";
import { setProtocolAction } from "@/lib/documents/deliverables/protocol/actions";
import { markReadyAction } from "@/lib/documents/deliverables/release/actions";
import { listRequiredMaterial } from "@/lib/documents/reading/queries";
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
  const [t, query, agendas, uploads, library, exchange, material, threads] = await Promise.all([
    getTranslations("documents"),
    searchParams,
    listAgendasWith(actor, { kind: "DELIVERABLE", ids: [id] }),
    listUploads(actor, { entries: ["documents.addDraft"], target: { deliverable: id } }),
    documentId ? findLibraryState(actor, documentId) : null,
    findExchange(actor, id),
    listRequiredMaterial(actor, deliverable.request.id),
    listLinkedThreads(actor, "deliverable", [id]),
  ]);
  const place = { programmeId: deliverable.request.programmeId, organisationId: deliverable.organisationId };
  const reviews = canReview(actor, { ...place, chain: deliverable.chain });
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
      <LinkedThreads
        slug={slug}
        target={{ kind: "deliverable", id }}
        title={deliverable.request.title}
        threads={threads.get(id) ?? []}
        mayLink={canLink(actor, place)}
        unlink={unlinkThreadAction}
      />
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      <RequiredMaterial slug={slug} material={material} owes={canSubmit(actor, place)} />
      {canSubmit(actor, place) ? (
        <BodyActs
          slug={slug}
          deliverable={deliverable}
          now={actor.at}
          mayRelease={canRelease(actor, { ...place, request: deliverable.request })}
          actions={{
            submit: acts.submitDeliverableAction,
            ready: markReadyAction,
            withdraw: acts.withdrawSubmissionAction,
          }}
          refused={refusedUpload(query.refused)}
          maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
        />
      ) : null}
      {exchange ? (
        <ExtensionRequests
          deliverable={deliverable}
          requests={exchange.extensionRequests}
          may={{ ask: canSubmit(actor, place), decide: canExtendOrLock(actor, place) }}
          actions={{
            ask: extensions.askExtensionAction,
            decide: extensions.decideExtensionAction,
            withdraw: extensions.withdrawExtensionAction,
          }}
        />
      ) : null}
      {reviews ? (
        <ReviewActs
          deliverable={deliverable}
          reader={{ personId: actor.personId, isCoordinator: canExtendOrLock(actor, place) }}
          mayExtendOrLock={canExtendOrLock(actor, place)}
          actions={{
            open: acts.openReviewAction,
            decide: acts.decideReviewAction,
            takeNewer: acts.takeNewerAction,
            undo: acts.undoApprovalAction,
            lock: acts.lockDeliverableAction,
            extend: extensions.grantExtensionAction,
          }}
        />
      ) : null}
      <ReviewChain deliverable={deliverable} />
      {documentId && library ? <LibraryOffer slug={slug} documentId={documentId} state={library} /> : null}
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("deliverable.asked")} />
        <RequestFacts request={deliverable.request} />
      </section>
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("deliverable.versions")} />
        {documentId && versions.length > 0 ? (
          <>
            <VersionList versions={versions} previews={{ slug, documentId }} />
            <CompareLink slug={slug} documentId={documentId} versions={versions.length} />
          </>
        ) : (
          <EmptyState title={t("deliverable.noVersion")} />
        )}
        <RegisterRow deliverable={deliverable} />
      </section>
      {exchange ? (
        <DeliverableExchange
          deliverable={deliverable}
          exchange={exchange}
          reader={{
            side: sideOf(actor, { ...place, chain: deliverable.chain }),
            personId: actor.personId,
          }}
          actions={{ comment: addCommentAction, resolve: resolveCommentAction, write: writeMessageAction }}
        />
      ) : null}
      <DeliverableHistory
        deliverable={deliverable}
        extensionRequests={exchange?.extensionRequests ?? []}
        setProtocol={canSetProtocol(actor, place) ? setProtocolAction : null}
      />
    </div>
  );
}
