import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FlagCaseList } from "@/components/forum/moderation/flag-case-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { TabsNav } from "@/components/ui/tabs-nav";
import { countWaitingFlags, listFlagCases } from "@/lib/forum/flags/queries";
import { flagFiltersSchema } from "@/lib/forum/flags/schema";
import { withQuery } from "@/lib/forum/paging";
import { canModerate } from "@/lib/forum/policy";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "moderation" });
  return { title: t("title") };
}

export default async function ModerationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { id } = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canModerate(actor, { programmeId: id }));
  const query = await searchParams;
  const { state } = flagFiltersSchema.parse(query);
  const after = readCursor(one(query.after));
  const [t, waiting, page] = await Promise.all([
    getTranslations("moderation"),
    countWaitingFlags(actor, id),
    listFlagCases(actor, id, state ?? "waiting", after),
  ]);
  const to = (more: Record<string, string>) => ({
    pathname: "/area/programmes/[slug]/moderation" as const,
    params: { slug },
    ...withQuery(more),
  });
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink
            variant="outline"
            size={40}
            href={{ pathname: "/area/programmes/[slug]/moderation/warnings", params: { slug } }}
          >
            {t("warnings.title")}
          </ButtonLink>
        }
      />
      <TabsNav
        label={t("tabs")}
        items={[
          { href: to({}), label: t("waiting"), current: !state, count: waiting },
          { href: to({ state: "decided" }), label: t("decided"), current: state === "decided" },
        ]}
      />
      {page.rows.length > 0 ? (
        <FlagCaseList slug={slug} cases={page.rows} at={actor.at} />
      ) : (
        <EmptyState title={state ? t("noneDecided") : t("none")}>
          {state ? t("noneDecidedNext") : t("noneNext")}
        </EmptyState>
      )}
      <Pager
        previous={after ? to(given({ state })) : undefined}
        next={page.next ? to({ ...given({ state }), after: page.next }) : undefined}
      />
    </div>
  );
}
