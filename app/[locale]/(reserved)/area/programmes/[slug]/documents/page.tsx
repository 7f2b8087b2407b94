import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentFilters } from "@/components/documents/document-filters";
import { DocumentTable } from "@/components/documents/document-table";
import { FolderList } from "@/components/documents/folder-list";
import { MoveForm } from "@/components/documents/move-form";
import { OwnUploads } from "@/components/documents/own-uploads";
import { PlaceActions } from "@/components/documents/place-actions";
import { SpaceTabs } from "@/components/documents/space-tabs";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { removeUploadAction } from "@/lib/documents/actions";
import { findPlace } from "@/lib/documents/folders/queries";
import { moveDocumentsAction } from "@/lib/documents/moving/actions";
import { listDestinations } from "@/lib/documents/moving/queries";
import { canAddFolder, canArrangeDocument } from "@/lib/documents/policy";
import { listDocuments, listOwnBodies, listSpaces } from "@/lib/documents/queries";
import { documentPlaceSchema } from "@/lib/documents/schema";
import { formatSize } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { listUploads } from "@/lib/platform/uploads/queries";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getAreaProgramme);
const openPlace = pageQuery(findPlace);

/** The programme and the place in its spaces that the address names; none for all spaces in one list. */
async function read({ params, searchParams }: Props) {
  const asked = documentPlaceSchema.parse(await searchParams);
  const programme = await open((await params).slug);
  const { folder, body, kind } = asked;
  const place = body === "all" ? null : await openPlace(programme.id, given({ folder, body }));
  return { programme, place, body, kind };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await props.params).locale, namespace: "documents" });
  const { place } = await read(props);
  return { title: place?.folder ? pageTitle(place.folder.name, t("list.title")) : t("list.title") };
}

export default async function DocumentsPage(props: Props) {
  const { locale, slug } = await props.params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { programme, place, body, kind } = await read(props);
  const query = await props.searchParams;
  const folder = place?.folder ?? null;
  const bodyId = place ? place.space.organisationId : body && body !== "all" ? body : null;
  // A filter goes over the whole space, whatever the folders.
  const where = place
    ? { place: { spaceId: place.space.id, ...(kind ? {} : { folderId: folder?.id ?? null }) }, kind }
    : { kind, body: bodyId ?? undefined };
  const [t, spaces, ownBodies, page, uploads, destinations] = await Promise.all([
    getTranslations("documents"),
    listSpaces(actor, programme.id),
    listOwnBodies(actor, programme.id),
    listDocuments(actor, programme.id, where, { after: readCursor(one(query.after)), size: 50 }),
    listUploads(actor, { entries: ["documents.add", "documents.addVersion"], target: { programme: slug } }),
    listDestinations(actor, programme.id),
  ]);
  const isFirst = one(query.after) === undefined;
  const folders = kind || !isFirst ? [] : (place?.folders ?? []);
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const inSpace = given({ body: body === "all" ? "all" : (bodyId ?? undefined) });
  const space = spaces.find(({ id }) => id === place?.space.id);
  const spaceName = space?.organisation?.shortName ?? t("list.common");
  const mayAdd = canAddFolder(actor, { programmeId: programme.id, organisationId: bodyId });
  const tickable = page.rows.filter((row) => canArrangeDocument(actor, row)).map(({ id }) => id);
  const bodies = [...new Map([...ownBodies, ...spaces.flatMap((each) => each.organisation ?? [])].map((each) => [each.id, each])).values()];
  const acts = (
    <PlaceActions
      slug={slug}
      place={{ ...given({ body: bodyId ?? undefined, folder: folder?.id }) }}
      mayAdd={mayAdd && body !== "all"}
      manage={place?.mayManage ? (folder?.id ?? null) : null}
    />
  );
  const table = (
    <DocumentTable
      slug={slug}
      documents={page.rows}
      tickable={destinations.length > 0 ? tickable : []}
      across={place ? (kind ? "folders" : undefined) : "spaces"}
      empty={
        <EmptyState title={t(kind ? "list.noMatch" : folder ? "folders.empty" : "list.empty")}>
          {t(kind ? "list.noMatchNext" : folders.length > 0 ? "list.onlyFolders" : mayAdd ? "list.emptyNext" : "list.emptyWait")}
        </EmptyState>
      }
    />
  );
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={folder?.name ?? t("list.title")}
        lead={folder ? undefined : t("list.lead")}
        crumbs={
          folder && place
            ? [
                { href: here, label: t("list.title") },
                { href: { ...here, query: inSpace }, label: spaceName },
                ...place.path.map(({ id, name }) => ({ href: { ...here, query: { folder: id } }, label: name })),
              ]
            : undefined
        }
        actions={acts}
      />
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      {folder ? null : (
        <SpaceTabs slug={slug} bodies={bodies} current={body === "all" ? "all" : bodyId} />
      )}
      <DocumentFilters slug={slug} kind={kind} space={inSpace} />
      <FolderList slug={slug} folders={folders} />
      {tickable.length > 0 && destinations.length > 0 ? (
        <MoveForm action={moveDocumentsAction} places={destinations}>
          {table}
        </MoveForm>
      ) : (
        table
      )}
      <Pager
        next={
          page.next
            ? { ...here, query: { ...given({ ...inSpace, folder: folder?.id, kind }), after: page.next } }
            : undefined
        }
      />
      {page.rows.length > 0 ? (
        <ListDownload list="documents" filters={{ programme: slug, kind, body: bodyId ?? undefined }} />
      ) : null}
      <p className="text-meta text-muted">
        {space
          ? t("list.room", {
              space: spaceName,
              used: formatSize(space.usedBytes, locale),
              quota: formatSize(space.quotaBytes, locale),
            })
          : null}{" "}
        {destinations.length > 0 ? (
          <AppLink href={{ pathname: "/area/programmes/[slug]/documents/trash", params: { slug } }}>
            {t("trash.link")}
          </AppLink>
        ) : null}
      </p>
    </div>
  );
}
