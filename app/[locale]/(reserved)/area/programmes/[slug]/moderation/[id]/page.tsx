import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { CaseView } from "@/components/forum/moderation/case-view";
import { PageHead } from "@/components/ui/page-head";
import { dismissFlagsAction, upholdFlagsAction, warnForFlagsAction } from "@/lib/forum/flags/actions";
import { getFlagCase } from "@/lib/forum/flags/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getFlagCase);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "moderation" });
  const { post } = await open(id);
  return { title: pageTitle(t("case.title", { number: post.number }), post.thread.title) };
}

export default async function FlagCasePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const flagged = await open(id);
  pageNeeds(flagged.programmeId === programme.id);
  const { number, author, thread } = flagged.post;
  const t = await getTranslations("moderation");
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={
          author
            ? t("case.of", { number, author: `${author.givenName} ${author.familyName}` })
            : t("case.ofNobody", { number })
        }
        meta={<span className="text-meta text-muted">{t("case.in", { title: thread.title })}</span>}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/moderation", params: { slug } } },
          { label: t("case.title", { number }) },
        ]}
      />
      <CaseView
        slug={slug}
        flagged={flagged}
        at={actor.at}
        mayWarn={author !== null && author.id !== actor.personId}
        actions={{ uphold: upholdFlagsAction, dismiss: dismissFlagsAction, warn: warnForFlagsAction }}
      />
    </div>
  );
}
