import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WarningList } from "@/components/forum/moderation/warning-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { withQuery } from "@/lib/forum/paging";
import { canModerate } from "@/lib/forum/policy";
import { listWarnings } from "@/lib/forum/warnings/queries";
import { warningFiltersSchema } from "@/lib/forum/warnings/schema";
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
  return { title: t("warnings.title") };
}

export default async function WarningsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { id } = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canModerate(actor, { programmeId: id }));
  const query = await searchParams;
  const { person } = warningFiltersSchema.parse(query);
  const after = readCursor(one(query.after));
  const [t, page] = await Promise.all([
    getTranslations("moderation"),
    listWarnings(actor, id, { person }, after),
  ]);
  const [first] = page.rows;
  const to = (more: Record<string, string>) => ({
    pathname: "/area/programmes/[slug]/moderation/warnings" as const,
    params: { slug },
    ...withQuery(more),
  });
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={
          person && first
            ? t("warnings.of", { name: `${first.person.givenName} ${first.person.familyName}` })
            : t("warnings.title")
        }
        lead={t("warnings.lead")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/moderation", params: { slug } } },
          { label: t("warnings.title") },
        ]}
        actions={
          person ? (
            <ButtonLink variant="outline" size={40} href={to({})}>
              {t("warnings.all")}
            </ButtonLink>
          ) : null
        }
      />
      {page.rows.length > 0 ? (
        <WarningList slug={slug} warnings={page.rows} person={person} />
      ) : (
        <EmptyState title={t("warnings.none")}>{t("warnings.noneNext")}</EmptyState>
      )}
      <Pager
        previous={after ? to(given({ person })) : undefined}
        next={page.next ? to({ ...given({ person }), after: page.next }) : undefined}
      />
    </div>
  );
}
