import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentFilters } from "@/components/documents/document-filters";
import { DocumentTable } from "@/components/documents/document-table";
import { OwnUploads } from "@/components/documents/own-uploads";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { removeUploadAction } from "@/lib/documents/actions";
import { addableKinds } from "@/lib/documents/policy";
import { listDocuments, listSpaces } from "@/lib/documents/queries";
import { documentFiltersSchema } from "@/lib/documents/schema";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { listUploads } from "@/lib/platform/uploads/queries";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("list.title") };
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const query = await searchParams;
  const filters = documentFiltersSchema.parse(query);
  const [t, spaces, page, uploads] = await Promise.all([
    getTranslations("documents"),
    listSpaces(actor, programme.id),
    listDocuments(actor, programme.id, filters, { after: readCursor(one(query.after)), size: 50 }),
    listUploads(actor, { entries: ["documents.add", "documents.addVersion"], target: { programme: slug } }),
  ]);
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const space = spaces.find((one) => one.organisationId === (filters.body ?? null));
  const mayAdd = addableKinds(actor, { programmeId: programme.id, organisationId: null }).length > 0;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          mayAdd ? (
            <ButtonLink
              size={40}
              icon={<Plus />}
              href={{ pathname: "/area/programmes/[slug]/documents/new", params: { slug } }}
            >
              {t("list.add")}
            </ButtonLink>
          ) : null
        }
      />
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      <DocumentFilters
        slug={slug}
        filters={filters}
        bodies={spaces.flatMap((space) => space.organisation ?? [])}
      />
      {space ? (
        <p className="text-meta text-muted">
          {t("list.room", {
            space: space.organisation?.shortName ?? t("list.common"),
            used: formatSize(space.usedBytes, locale),
            quota: formatSize(space.quotaBytes, locale),
          })}
        </p>
      ) : null}
      <DocumentTable slug={slug} documents={page.rows} />
      {page.rows.length > 0 ? (
        <div className="flex flex-wrap gap-x-4 gap-y-2 print:hidden">
          <ListDownload list="documents" filters={{ programme: slug, ...filters }} />
          <AppLink href={{ pathname: "/area/programmes/[slug]/download", params: { slug } }}>
            {t("list.zip")}
          </AppLink>
        </div>
      ) : null}
      <Pager next={page.next ? { ...here, query: { ...given(filters), after: page.next } } : undefined} />
    </div>
  );
}
