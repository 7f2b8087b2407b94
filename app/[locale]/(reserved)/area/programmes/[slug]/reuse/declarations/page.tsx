import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ModerationList } from "@/components/reuse/moderation-list";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import {
  reconsiderDeclarationAction,
  refuseDeclarationAction,
  showDeclarationAction,
} from "@/lib/reuse/declarations/actions";
import { canModerate } from "@/lib/reuse/declarations/policy";
import { countDeclarations, listDeclarations } from "@/lib/reuse/declarations/queries";
import { decidedStates, declarationFiltersSchema } from "@/lib/reuse/declarations/schema";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reuse.moderation" });
  return { title: t("title") };
}

export default async function DeclarationsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canModerate(actor, { programmeId: programme.id }));
  const query = await searchParams;
  const { state } = declarationFiltersSchema.parse(query);
  const after = readCursor(one(query.after));
  const [t, area, page, counts] = await Promise.all([
    getTranslations("reuse.moderation"),
    getTranslations("reuse.area"),
    listDeclarations(actor, programme.id, { state }, { after }),
    countDeclarations(actor, programme.id),
  ]);
  const to = (narrowed: Record<string, string>) => ({
    pathname: "/area/programmes/[slug]/reuse/declarations" as const,
    params: { slug },
    query: narrowed,
  });
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: area("title"), href: { pathname: "/area/programmes/[slug]/reuse", params: { slug } } },
          { label: t("title") },
        ]}
      />
      <TabsNav
        label={t("tabs")}
        items={[
          { href: to({}), label: t("all"), current: !state },
          ...decidedStates.map((one) => ({
            href: to({ state: one }),
            label: t(`states.${one}`),
            current: state === one,
            count: counts[one],
          })),
        ]}
      />
      <ModerationList
        declarations={page.rows}
        actions={{
          show: showDeclarationAction,
          refuse: refuseDeclarationAction,
          reconsider: reconsiderDeclarationAction,
        }}
      />
      <Pager
        previous={after ? to(given({ state })) : undefined}
        next={page.next ? to({ ...given({ state }), after: page.next }) : undefined}
      />
    </div>
  );
}
