import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ManagedTable } from "@/components/reuse/managed-table";
import { ButtonLink } from "@/components/ui/button";
import { ListDownload } from "@/components/ui/list-download";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { countDeclarations } from "@/lib/reuse/declarations/queries";
import { canManageLibrary } from "@/lib/reuse/policy";
import { listManagedItems } from "@/lib/reuse/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reuse.area" });
  return { title: t("title") };
}

export default async function AreaReusePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canManageLibrary(actor, { programmeId: programme.id }));
  const after = readCursor(one((await searchParams).after));
  const [t, page, counts] = await Promise.all([
    getTranslations("reuse.area"),
    listManagedItems(actor, programme.id, { after }),
    countDeclarations(actor, programme.id),
  ]);
  const to = (query: Record<string, string>) => ({
    pathname: "/area/programmes/[slug]/reuse" as const,
    params: { slug },
    query,
  });
  const declarations = { pathname: "/area/programmes/[slug]/reuse/declarations", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink size={40} variant="outline" href={declarations}>
            {t("declarations")}
          </ButtonLink>
        }
      />
      {counts.WAITING > 0 ? (
        <Notice
          title={t("waitingCount", { count: counts.WAITING })}
          action={
            <ButtonLink size={40} href={{ ...declarations, query: { state: "WAITING" } }}>
              {t("decide")}
            </ButtonLink>
          }
        />
      ) : null}
      <ManagedTable slug={slug} items={page.rows} />
      {page.rows.length > 0 ? <ListDownload list="reuse" filters={{ programme: slug }} /> : null}
      <Pager previous={after ? to({}) : undefined} next={page.next ? to({ after: page.next }) : undefined} />
    </div>
  );
}
