import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RemovalTable } from "@/components/documents/removal-table";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listDestinations } from "@/lib/documents/moving/queries";
import { restoreRemovalAction } from "@/lib/documents/trash/actions";
import { getTrashDays, listRemovals } from "@/lib/documents/trash/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("trash.title") };
}

export default async function TrashPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  // For whoever may put something there.
  pageNeeds((await listDestinations(actor, programme.id)).length > 0);
  const after = readCursor(one((await searchParams).after));
  const [t, days, page] = await Promise.all([
    getTranslations("documents"),
    getTrashDays(actor),
    listRemovals(actor, programme.id, { after, size: 50 }),
  ]);
  const list = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const here = { pathname: "/area/programmes/[slug]/documents/trash", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("trash.title")}
        lead={t("trash.lead", { days })}
        crumbs={[{ href: list, label: t("list.title") }, { label: t("trash.title") }]}
      />
      <RemovalTable rows={page.rows} days={days} restore={restoreRemovalAction} />
      <Pager next={page.next ? { ...here, query: { after: page.next } } : undefined} />
    </div>
  );
}
