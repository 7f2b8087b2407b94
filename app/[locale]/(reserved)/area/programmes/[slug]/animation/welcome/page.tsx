import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnimationTabs } from "@/components/animation/animation-tabs";
import { WelcomeForm } from "@/components/animation/welcome-form";
import { PageHead } from "@/components/ui/page-head";
import { writeWelcomeAction } from "@/lib/animation/welcome/actions";
import { getWelcome } from "@/lib/animation/welcome/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "animation" });
  return { title: t("welcome.title") };
}

export default async function WelcomePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, welcome] = await Promise.all([getTranslations("animation"), onPage(getWelcome(actor, slug))]);
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={t("welcome.title")}
        lead={t("welcome.lead")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/animation", params: { slug } } },
          { label: t("welcome.title") },
        ]}
      />
      <AnimationTabs slug={slug} current="welcome" mayWelcome />
      <WelcomeForm slug={slug} form={welcome} action={writeWelcomeAction} />
    </div>
  );
}
