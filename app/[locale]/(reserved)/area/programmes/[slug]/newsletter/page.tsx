import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IssueList } from "@/components/newsletter/issue-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { canWriteNewsletter } from "@/lib/newsletter/policy";
import { countSubscribers, listIssues } from "@/lib/newsletter/queries";
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
  const t = await getTranslations({ locale: (await params).locale, namespace: "newsletter" });
  return { title: t("title") };
}

export default async function NewsletterAreaPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { id: programmeId } = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canWriteNewsletter(actor, { programmeId }));
  const after = readCursor(one((await searchParams).after));
  const [t, page, subscribers] = await Promise.all([
    getTranslations("newsletter"),
    listIssues(actor, programmeId, after ? { after } : {}),
    countSubscribers(actor, programmeId),
  ]);
  const here = { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        note={t("area.subscribers", { count: subscribers })}
        lead={t("area.lead")}
        actions={
          <ButtonLink
            href={{ pathname: "/area/programmes/[slug]/newsletter/new", params: { slug } }}
            icon={<Plus />}
          >
            {t("area.new")}
          </ButtonLink>
        }
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t("area.empty")}>{t("area.emptyNext")}</EmptyState>
      ) : (
        <IssueList slug={slug} issues={page.rows} />
      )}
      <Pager next={page.next ? { ...here, query: { after: page.next } } : undefined} />
    </div>
  );
}
