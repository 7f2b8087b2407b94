import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RequestEmailForm } from "@/components/people/email-address-forms";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { proofFirst, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.emailAddress" });
  return { title: t("title") };
}

export default async function EmailAddressPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  await proofFirst(await requireActor());
  const t = await getTranslations("people");
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("emailAddress.title")}
        lead={t("emailAddress.lead")}
        crumbs={[{ label: t("profile.title"), href: "/area/profile" }, { label: t("emailAddress.title") }]}
      />
      <RequestEmailForm />
    </div>
  );
}
