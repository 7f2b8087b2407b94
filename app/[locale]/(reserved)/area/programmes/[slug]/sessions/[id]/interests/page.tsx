import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InterestTable } from "@/components/sessions/interest-table";
import { SessionWhen } from "@/components/sessions/session-when";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { pageQuery } from "@/lib/platform/request";
import { getInterests } from "@/lib/sessions/interests/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getInterests);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "planning.interests" });
  const { session } = await open(slug, id, { after: readCursor(one((await searchParams).after)) });
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function InterestsPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const after = readCursor(one((await searchParams).after));
  const [t, page] = await Promise.all([getTranslations("planning.interests"), open(slug, id, { after })]);
  const { session, counts, rows, next } = page;
  const to = (query: Record<string, string>) => ({
    pathname: "/area/programmes/[slug]/sessions/[id]/interests" as const,
    params: { slug, id },
    query,
  });
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={<SessionWhen {...session} />}
        crumbs={[
          {
            label: session.title,
            href: { pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id } },
          },
          { label: t("title") },
        ]}
      />
      <p className="measure">{t("counts", counts)}</p>
      <InterestTable rows={rows} sessionId={session.id} />
      <Pager previous={after ? to({}) : undefined} next={next ? to({ after: next }) : undefined} />
    </div>
  );
}
