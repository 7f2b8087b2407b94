import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { removeIndicatorAction } from "@/lib/programmes/indicators/actions";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { areaIndicator } from "../area-indicator";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.indicators" });
  const { indicator } = await areaIndicator(slug, id);
  return { title: pageTitle(t("remove"), indicator.title) };
}

export default async function RemoveIndicatorPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, indicator } = await areaIndicator(slug, id);
  if (!canEditOutcomes(actor, programme)) notFound();
  const t = await getTranslations("programmes.indicators");
  const here = { pathname: "/area/programmes/[slug]/indicators/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("remove")}
      crumbs={[{ label: indicator.title, href: here }, { label: t("remove") }]}
      action={removeIndicatorAction}
      hidden={{ id, version: indicator.version }}
      confirm={{ label: t("removeConfirm") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("removeText", { title: indicator.title, count: indicator.readings.length })}</p>
    </ConfirmPage>
  );
}
