import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentActs } from "@/components/documents/document-acts";
import { DocumentHistory } from "@/components/documents/document-history";
import { MoveForm } from "@/components/documents/move-form";
import { OwnReading } from "@/components/documents/own-reading";
import { OwnUploads } from "@/components/documents/own-uploads";
import { KindName } from "@/components/documents/state";
import { CompareLink } from "@/components/documents/text/compare-link";
import { VersionList } from "@/components/documents/version-list";
import { LibraryOffer } from "@/components/reuse/library-offer";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { changeDocumentAction, removeUploadAction, restoreVersionAction } from "@/lib/documents/actions";
import { listFolderPath } from "@/lib/documents/folders/queries";
import { listDocumentHistory } from "@/lib/documents/history/queries";
import { moveDocumentsAction } from "@/lib/documents/moving/actions";
import { listDestinations } from "@/lib/documents/moving/queries";
import { canArrangeDocument, canChangeDocument, canPublishDocument } from "@/lib/documents/policy";
import { getDocument, readsAllBodies } from "@/lib/documents/queries";
import { acknowledgeAction } from "@/lib/documents/reading/actions";
import { findOwnReading } from "@/lib/documents/reading/queries";
import { spaceWords, wordsKey, wordsOf } from "@/lib/documents/space-words";
import { removeDocumentAction } from "@/lib/documents/trash/actions";
import { getTrashDays } from "@/lib/documents/trash/queries";
import { env } from "@/lib/platform/env";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { listUploads } from "@/lib/platform/uploads/queries";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { memberRoles } from "@/lib/programmes/policy";
import { findLibraryState } from "@/lib/reuse/releases/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getDocument);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await open((await params).id);
  return { title: document.title };
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const document = await open(id);
  const { programmeId } = document.space;
  const isMember = actor.has(memberRoles, { programme: programmeId });
  const [t, query, uploads, library, reading, path, history, places, days] = await Promise.all([
    getTranslations("documents"),
    searchParams,
    listUploads(actor, { entries: ["documents.addVersion"], target: { document: id } }),
    findLibraryState(actor, document.id),
    findOwnReading(actor, id),
    listFolderPath(actor, document.folderId),
    isMember ? listDocumentHistory(actor, id) : [],
    listDestinations(actor, programmeId),
    getTrashDays(actor),
  ]);
  const texts = await getTranslations("deliverables.readers");
  const isMaterial = document.kind !== "DELIVERABLE";
  const readsAll = readsAllBodies(actor, programmeId);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={<span lang={document.lang}>{document.title}</span>}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/documents", params: { slug } },
            label: t("list.title"),
          },
          ...path.map((folder) => ({
            href: {
              pathname: "/area/programmes/[slug]/documents",
              params: { slug },
              query: { folder: folder.id },
            } as const,
            label: folder.name,
          })),
          { label: document.title },
        ]}
        meta={
          <>
            <KindName kind={document.kind} />
            <span>
              {document.space.organisation?.name ?? document.space.table?.title ?? t("list.common")}
            </span>
          </>
        }
      />
      {document.isPublic ? <Notice>{t("one.isPublic")}</Notice> : null}
      <LibraryOffer slug={slug} documentId={document.id} state={library} />
      {document.note ? (
        <p lang={document.lang} className="measure whitespace-pre-line">
          {document.note}
        </p>
      ) : null}
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("one.versions")} note={t("one.versionsNote")} />
        <VersionList versions={document.versions} previews={{ slug, documentId: id }} />
        <CompareLink slug={slug} documentId={id} versions={document.versions.length} />
        <div id="reading" className="scroll-mt-20">
          {isMaterial && isMember ? (
            <OwnReading
              id={document.id}
              reading={reading}
              newest={document.versions[0]?.number ?? 1}
              action={acknowledgeAction}
            />
          ) : null}
        </div>
        {isMaterial && readsAll ? (
          <p>
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/documents/[id]/readers", params: { slug, id } }}
            >
              {texts("link")}
            </AppLink>
          </p>
        ) : null}
      </section>
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      {canChangeDocument(actor, document) ? (
        <DocumentActs
          slug={slug}
          document={document}
          mayPublish={canPublishDocument(actor, document)}
          places={places}
          days={days}
          actions={{
            change: changeDocumentAction,
            move: moveDocumentsAction,
            remove: removeDocumentAction,
            restore: restoreVersionAction,
          }}
          refused={refusedUpload(query.refused)}
          maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
        />
      ) : null}
      {!canChangeDocument(actor, document) && canArrangeDocument(actor, document) ? (
        <section className="space-y-4">
          <SectionHead size="area" title={t("one.move")} />
          <MoveForm
            action={moveDocumentsAction}
            places={places.filter(
              (place) => wordsKey(wordsOf(place)) === wordsKey(spaceWords(document.space)),
            )}
            documents={[document]}
          />
        </section>
      ) : null}
      <DocumentHistory entries={history} />
    </div>
  );
}
