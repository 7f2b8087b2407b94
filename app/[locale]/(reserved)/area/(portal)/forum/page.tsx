import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ThreadsAnywhere } from "@/components/forum/threads-anywhere";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listTakenPartIn } from "@/lib/forum/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "forum" });
  return { title: t("everywhere.title") };
}

export default async function ThreadsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const after = readCursor(one((await searchParams).after));
  const [t, { news, rows, next }] = await Promise.all([
    getTranslations("forum.everywhere"),
    listTakenPartIn(actor, { after, size: 30 }),
  ]);
  return (
    <div className="space-y-9">
      <PageHead size="area" title={t("title")} lead={t("lead")} />
      {news.length > 0 ? <ThreadsAnywhere id="news" title={t("news")} threads={news} at={actor.at} /> : null}
      {rows.length > 0 ? (
        <ThreadsAnywhere
          id="others"
          title={news.length > 0 ? t("others") : t("all")}
          threads={rows}
          at={actor.at}
        />
      ) : null}
      {news.length + rows.length === 0 ? (
        <EmptyState title={after ? t("emptyHere") : t("empty")}>{after ? null : t("emptyNext")}</EmptyState>
      ) : null}
      {after ? (
        <p className="no-print">
          <AppLink href="/area/forum" className="font-semibold">
            {t("beginning")}
          </AppLink>
        </p>
      ) : null}
      <Pager next={next ? { pathname: "/area/forum", query: { after: next } } : undefined} />
    </div>
  );
}
