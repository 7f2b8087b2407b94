import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { ShieldOff } from "@/components/ui/icons";
import { removeSecondFactorAction } from "@/lib/people/second-factor/actions";
import { getSecondFactor } from "@/lib/people/second-factor/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, proofFirst, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.secondFactor" });
  return { title: t("removal.title") };
}

export default async function RemoveSecondFactorPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const factor = await getSecondFactor(actor);
  pageNeeds(factor.since !== null && !factor.required);
  await proofFirst(actor);
  const t = await getTranslations("people");
  const back = "/area/profile/second-factor" as const;
  return (
    <ConfirmPage
      title={t("secondFactor.removal.title")}
      action={removeSecondFactorAction}
      confirm={{ label: t("secondFactor.remove"), icon: <ShieldOff /> }}
      cancel={{ href: back, label: t("confirm.cancel") }}
    >
      <p>{t("secondFactor.removal.text")}</p>
    </ConfirmPage>
  );
}
