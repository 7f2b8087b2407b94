import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { removeOutcomeAction } from "@/lib/programmes/outcomes/actions";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { areaOutcome } from "../area-outcome";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.outcomes" });
  const { outcome } = await areaOutcome(slug, id);
  return { title: pageTitle(t("remove"), outcome.title) };
}

export default async function RemoveOutcomePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, outcome } = await areaOutcome(slug, id);
  if (!canEditOutcomes(actor, programme) || outcome.publishedAt !== null) notFound();
  const t = await getTranslations("programmes.outcomes");
  const here = { pathname: "/area/programmes/[slug]/outcomes/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("remove")}
      crumbs={[{ label: outcome.title, href: here }, { label: t("remove") }]}
      action={removeOutcomeAction}
      hidden={{ id, version: outcome.version }}
      confirm={{ label: t("removeConfirm") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("removeText", { title: outcome.title })}</p>
    </ConfirmPage>
  );
}
