import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { RadioGroup } from "@/components/form/radio-group";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { unpublishOutcomeAction } from "@/lib/programmes/outcomes/actions";
import { unpublishReasons } from "@/lib/programmes/outcomes/schema";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { areaOutcome } from "../area-outcome";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.outcomes" });
  const { outcome } = await areaOutcome(slug, id);
  return { title: pageTitle(t("unpublish"), outcome.title) };
}

export default async function UnpublishPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, outcome } = await areaOutcome(slug, id);
  if (!canEditOutcomes(actor, programme) || outcome.publishedAt === null) notFound();
  const t = await getTranslations("programmes.outcomes");
  const here = { pathname: "/area/programmes/[slug]/outcomes/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("unpublish")}
      crumbs={[{ label: outcome.title, href: here }, { label: t("unpublish") }]}
      action={unpublishOutcomeAction}
      hidden={{ id, version: outcome.version }}
      fieldLabels={{ reason: t("reason") }}
      fields={
        <RadioGroup
          name="reason"
          label={t("reason")}
          choices={unpublishReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        />
      }
      confirm={{ label: t("unpublishConfirm") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("unpublishText", { title: outcome.title })}</p>
      <p className="text-muted">{t("unpublishUndo")}</p>
    </ConfirmPage>
  );
}
