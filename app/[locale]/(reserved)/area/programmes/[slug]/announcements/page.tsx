import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnnouncementList } from "@/components/announcements/announcement-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listAnnouncements } from "@/lib/announcements/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "announcements" });
  return { title: t("title") };
}

export default async function AnnouncementsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const after = readCursor(one((await searchParams).after));
  const [t, page] = await Promise.all([
    getTranslations("announcements"),
    onPage(listAnnouncements(actor, slug, after ? { after } : {})),
  ]);
  const here = { pathname: "/area/programmes/[slug]/announcements", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          page.mayAnnounce ? (
            <ButtonLink
              href={{ pathname: "/area/programmes/[slug]/announcements/new", params: { slug } }}
              icon={<Plus />}
            >
              {t("new")}
            </ButtonLink>
          ) : null
        }
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t("empty")}>{page.mayAnnounce ? t("emptyWrite") : t("emptyNext")}</EmptyState>
      ) : (
        <AnnouncementList slug={slug} announcements={page.rows} />
      )}
      <Pager next={page.next ? { ...here, query: { after: page.next } } : undefined} />
    </div>
  );
}
