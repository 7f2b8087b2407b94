import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnimationTabs } from "@/components/animation/animation-tabs";
import { Newcomers } from "@/components/animation/newcomers";
import { ParticipationMatrix } from "@/components/animation/participation-matrix";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { remindSilentAction } from "@/lib/animation/participation/actions";
import { getParticipation } from "@/lib/animation/participation/queries";
import { listNewcomers } from "@/lib/animation/welcome/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "animation" });
  return { title: t("participation.title") };
}

export default async function ParticipationPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, forum, participation] = await Promise.all([
    getTranslations("animation"),
    getTranslations("forum"),
    onPage(getParticipation(actor, slug)),
  ]);
  const newcomers = participation.mayRemind ? await onPage(listNewcomers(actor, slug)) : null;
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={t("participation.title")}
        lead={t("participation.lead", { weeks: participation.rule.weeks })}
        crumbs={[
          { label: forum("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: t("participation.title") },
        ]}
      />
      <AnimationTabs
        slug={slug}
        current="participation"
        mayAnimate={participation.mayRemind}
        mayWelcome={newcomers?.mayWelcome ?? false}
      />
      <ParticipationMatrix slug={slug} participation={participation} remind={remindSilentAction} />
      <ListDownload list="participation" filters={{ programme: slug }} />
      {newcomers ? <Newcomers slug={slug} newcomers={newcomers} /> : null}
    </div>
  );
}
