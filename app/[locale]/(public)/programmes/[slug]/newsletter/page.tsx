import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { SentIssues } from "@/components/newsletter/sent-issues";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { listSentIssues } from "@/lib/newsletter/queries";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { openProgramme } from "../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { programme } = await openProgramme(slug);
  const t = await getTranslations({ locale, namespace: "newsletter" });
  return {
    title: `${t("title")}: ${programme.shortTitle}`,
    description: t("archive.lead"),
    alternates: alternatesOf({ pathname: "/programmes/[slug]/newsletter", params: { slug } }, locale),
  };
}

export default async function NewsletterArchivePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const after = readCursor(one((await searchParams).after));
  const [t, page] = await Promise.all([
    getTranslations("newsletter"),
    listSentIssues(actor, programme.id, after ? { after } : {}),
  ]);
  const here = { pathname: "/programmes/[slug]/newsletter", params: { slug } } as const;
  const subscribe = (
    <AppLink href={{ pathname: "/newsletter", query: { programme: slug } }} className="font-semibold">
      {t("archive.subscribe")}
    </AppLink>
  );
  return (
    <ProgrammeFrame programme={programme} current="outcomes" title={t("title")}>
      <Band room="tight">
        {page.rows.length === 0 ? (
          <EmptyState title={t("archive.empty")} action={subscribe}>
            {t("archive.emptyNext")}
          </EmptyState>
        ) : (
          <div className="space-y-6">
            <p className="measure text-lead">{t("archive.lead")}</p>
            <p className="no-print">{subscribe}</p>
            <SentIssues slug={slug} issues={page.rows} />
          </div>
        )}
        <Pager next={page.next ? { ...here, query: { after: page.next } } : undefined} />
      </Band>
    </ProgrammeFrame>
  );
}
