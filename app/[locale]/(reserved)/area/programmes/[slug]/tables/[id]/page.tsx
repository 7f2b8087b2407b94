import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentTable } from "@/components/documents/document-table";
import { categoryHref } from "@/components/forum/addresses";
import { GiveSeat } from "@/components/tables/give-seat";
import { SeatTable } from "@/components/tables/seat-table";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pencil } from "@/components/ui/icons";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { listDocuments } from "@/lib/documents/queries";
import { spaceNamed } from "@/lib/documents/space-words";
import { listTableCategories } from "@/lib/forum/categories/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { endSeatAction, giveSeatAction } from "@/lib/tables/actions";
import { getTable } from "@/lib/tables/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getTable);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  return { title: (await open(slug, id)).title };
}

export default async function TablePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const table = await open(slug, id);
  const [t, forum, categories, documents] = await Promise.all([
    getTranslations("tables"),
    getTranslations("forum"),
    listTableCategories(actor, id),
    table.mayOpen
      ? listDocuments(actor, programme.id, { space: spaceNamed(programme.id, { table: id }) }, { size: 5 })
      : null,
  ]);
  const list = { pathname: "/area/programmes/[slug]/tables", params: { slug } } as const;
  const space = {
    pathname: "/area/programmes/[slug]/documents",
    params: { slug },
    query: { table: id },
  } as const;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={table.title}
        crumbs={[{ label: t("title"), href: list }, { label: table.title }]}
        meta={
          <>
            <span>{t("number", { number: table.position })}</span>
            {table.isPublic ? <span>{t("isPublic")}</span> : null}
          </>
        }
        actions={
          table.mayEdit ? (
            <ButtonLink
              size={40}
              variant="outline"
              icon={<Pencil />}
              href={{ pathname: "/area/programmes/[slug]/tables/[id]/edit", params: { slug, id } }}
            >
              {t("change")}
            </ButtonLink>
          ) : null
        }
      />
      {table.aim ? (
        <p lang={table.lang} className="measure whitespace-pre-line [overflow-wrap:anywhere]">
          {table.aim}
        </p>
      ) : null}
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("seats.title")} />
        <SeatTable seats={table.seats} maySeat={table.maySeat} end={endSeatAction} />
        {table.seats.length > 0 ? (
          <ListDownload list="table-seats" filters={{ programme: slug, table: id }} />
        ) : null}
      </section>
      {table.maySeat ? (
        <section className="max-w-[52rem] space-y-4">
          <SectionHead size="area" title={t("seats.giveTitle")} />
          <GiveSeat table={table} action={giveSeatAction} />
        </section>
      ) : null}
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("documents.title")} />
        {documents ? (
          <>
            <DocumentTable
              slug={slug}
              documents={documents.rows}
              empty={<EmptyState title={t("documents.empty")}>{t("documents.emptyNext")}</EmptyState>}
            />
            <p>
              <AppLink href={space} className="font-semibold">
                {t("documents.open")}
              </AppLink>
            </p>
          </>
        ) : (
          <p className="measure text-muted">{t("documents.closed")}</p>
        )}
      </section>
      {table.mayOpen ? (
        <section className="max-w-[52rem] space-y-4">
          <SectionHead size="area" title={t("forum.title")} />
          {categories.length > 0 ? (
            <ul className="space-y-2">
              {categories.map((category) => (
                <li key={category.id} className="flex flex-wrap items-baseline gap-x-4">
                  <AppLink href={categoryHref("area", slug, category.id)} className="font-semibold">
                    {category.title}
                  </AppLink>
                  <span className="text-meta text-muted">
                    {forum("categories.threads", { count: category.threadCount })}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">{t("forum.empty")}</p>
          )}
          {table.mayEdit ? (
            <p>
              <AppLink href={{ pathname: "/area/programmes/[slug]/forum/categories", params: { slug } }}>
                {t("forum.add")}
              </AppLink>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
