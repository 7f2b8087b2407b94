import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentBrowser } from "@/components/documents/document-browser";
import { OwnUploads } from "@/components/documents/own-uploads";
import { PlaceActions } from "@/components/documents/place-actions";
import { PageHead } from "@/components/ui/page-head";
import { removeUploadAction } from "@/lib/documents/actions";
import { browseDocuments } from "@/lib/documents/browsing/queries";
import { moveDocumentsAction } from "@/lib/documents/moving/actions";
import { documentPlaceSchema } from "@/lib/documents/schema";
import { circleName } from "@/lib/documents/space-words";
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
const browse = pageQuery(browseDocuments);

/** The place that the address names, and the kind to which it is narrowed. */
async function read({ params, searchParams }: Props) {
  const query = await searchParams;
  const asked = documentPlaceSchema.parse(query);
  const programme = await open((await params).slug);
  return { view: await browse(programme.id, asked, readCursor(one(query.after))), kind: asked.kind };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await props.params).locale, namespace: "documents" });
  const { view } = await read(props);
  const folder = view.place?.folder;
  return { title: folder ? pageTitle(folder.name, t("list.title")) : t("list.title") };
}

export default async function DocumentsPage(props: Props) {
  const { locale, slug } = await props.params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [{ view, kind }, t, uploads] = await Promise.all([
    read(props),
    getTranslations("documents"),
    listUploads(actor, { entries: ["documents.add", "documents.addVersion"], target: { programme: slug } }),
  ]);
  const { place, words, circle } = view;
  const folder = place?.folder ?? null;
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
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
                {
                  href: { ...here, query: words },
                  label: circle ? circleName(circle, t("list.common")) : t("list.common"),
                },
                ...place.path.map(({ id, name }) => ({
                  href: { ...here, query: { folder: id } },
                  label: name,
                })),
              ]
            : undefined
        }
        actions={
          <PlaceActions
            slug={slug}
            place={{ ...words, ...given({ folder: folder?.id }) }}
            mayAdd={view.mayAdd}
            manage={place?.mayManage ? (folder?.id ?? null) : null}
          />
        }
      />
      <OwnUploads uploads={uploads} remove={removeUploadAction} />
      <DocumentBrowser slug={slug} view={view} kind={kind} move={moveDocumentsAction} />
    </div>
  );
}
