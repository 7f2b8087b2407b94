import { useLocale, useTranslations } from "next-intl";
import { DocumentFilters } from "@/components/documents/document-filters";
import { DocumentTable } from "@/components/documents/document-table";
import { FolderList } from "@/components/documents/folder-list";
import { MoveForm } from "@/components/documents/move-form";
import { SpaceTabs } from "@/components/documents/space-tabs";
import type { FormAction } from "@/components/form/sent-form";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { Pager } from "@/components/ui/pager";
import type { DocumentView } from "@/lib/documents/browsing/queries";
import { circleName, wordsKey } from "@/lib/documents/space-words";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";

type Props = { slug: string; view: DocumentView; kind: string | undefined; move: FormAction };

/** The spaces of a programme: their folders first, then the documents of the place, newest first. */
export function DocumentBrowser({ slug, view, kind, move }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  const { place, words, isAll, space, folders, documents, tickable, destinations } = view;
  const folder = place?.folder ?? null;
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const inSpace = isAll ? { body: "all" } : words;
  const table = (
    <DocumentTable
      slug={slug}
      documents={documents.rows}
      tickable={tickable}
      across={acrossOf(view, kind)}
      empty={<NothingHere view={view} kind={kind} />}
    />
  );
  return (
    <>
      {folder ? null : (
        <SpaceTabs slug={slug} circles={view.circles} current={isAll ? "all" : wordsKey(words)} />
      )}
      <DocumentFilters slug={slug} kind={kind} space={inSpace} />
      <FolderList slug={slug} folders={folders} />
      {tickable.length > 0 ? (
        <MoveForm action={move} places={destinations}>
          {table}
        </MoveForm>
      ) : (
        table
      )}
      <Pager
        next={
          documents.next
            ? { ...here, query: given({ ...inSpace, folder: folder?.id, kind, after: documents.next }) }
            : undefined
        }
      />
      {documents.rows.length > 0 ? (
        <div className="flex flex-wrap gap-x-4 gap-y-2 print:hidden">
          <ListDownload list="documents" filters={{ programme: slug, kind, ...words }} />
          <p>
            <AppLink href={{ pathname: "/area/programmes/[slug]/download", params: { slug } }}>
              {t("list.zip")}
            </AppLink>
          </p>
        </div>
      ) : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 text-meta text-muted">
        {space ? (
          <p>
            {t("list.room", {
              space: circleName(space, t("list.common")),
              used: formatSize(space.usedBytes, locale),
              quota: formatSize(space.quotaBytes, locale),
            })}
          </p>
        ) : null}
        {destinations.length > 0 ? (
          <AppLink
            href={{ pathname: "/area/programmes/[slug]/documents/trash", params: { slug } }}
            className="py-1 font-semibold"
          >
            {t("trash.link")}
          </AppLink>
        ) : null}
      </div>
    </>
  );
}

function acrossOf({ place }: DocumentView, kind: string | undefined): "folders" | "spaces" | undefined {
  if (!place) return "spaces";
  return kind ? "folders" : undefined;
}

/** Says of an empty place what comes next. */
function NothingHere({ view, kind }: { view: DocumentView; kind: string | undefined }) {
  const t = useTranslations("documents");
  if (kind) return <EmptyState title={t("list.noMatch")}>{t("list.noMatchNext")}</EmptyState>;
  if (view.folders.length > 0) return <p className="text-muted">{t("list.onlyFolders")}</p>;
  return (
    <EmptyState title={t(view.place?.folder ? "folders.empty" : "list.empty")}>
      {t(view.mayAdd ? "list.emptyNext" : "list.emptyWait")}
    </EmptyState>
  );
}
