import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnimationTabs } from "@/components/animation/animation-tabs";
import { ScheduledList } from "@/components/animation/scheduled-list";
import { ButtonLink } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { canWelcome } from "@/lib/animation/policy";
import { cancelScheduledAction, publishScheduledAction } from "@/lib/animation/scheduling/actions";
import { listScheduled } from "@/lib/animation/scheduling/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "animation" });
  return { title: t("scheduled.title") };
}

export default async function AnimationPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, forum, { programme, waiting, decided }] = await Promise.all([
    getTranslations("animation"),
    getTranslations("forum"),
    onPage(listScheduled(actor, slug)),
  ]);
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("scheduled.lead")}
        crumbs={[
          { label: forum("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: t("title") },
        ]}
        actions={
          <ButtonLink
            size={40}
            icon={<Plus />}
            href={{ pathname: "/area/programmes/[slug]/animation/scheduled/new", params: { slug } }}
          >
            {t("scheduled.new")}
          </ButtonLink>
        }
      />
      <AnimationTabs
        slug={slug}
        current="scheduled"
        mayWelcome={canWelcome(actor, { programmeId: programme.id })}
      />
      <ScheduledList
        slug={slug}
        waiting={waiting}
        decided={decided}
        actions={{ cancel: cancelScheduledAction, publish: publishScheduledAction }}
      />
    </div>
  );
}
