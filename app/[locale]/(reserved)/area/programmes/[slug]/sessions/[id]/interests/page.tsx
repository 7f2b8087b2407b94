import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InterestTable } from "@/components/sessions/interest-table";
import { SessionWhen } from "@/components/sessions/session-when";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { getInterests } from "@/lib/sessions/interests/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.interests" });
  return { title: t("title") };
}

export default async function InterestsPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const after = readCursor(one((await searchParams).after));
  const [t, page] = await Promise.all([
    getTranslations("planning.interests"),
    onPage(getInterests(actor, slug, id, { after })),
  ]);
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
