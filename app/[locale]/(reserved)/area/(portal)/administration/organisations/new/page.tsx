import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OrganisationForm } from "@/components/people/organisation-form";
import { PageHead } from "@/components/ui/page-head";
import { canAdminister } from "@/lib/people/policy";
import type { Locale } from "@/lib/platform/i18n/routing";
import { requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("organisation.new") };
}

export default async function NewOrganisationPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  if (!canAdminister(await requireActor())) notFound();
  const t = await getTranslations("people.administration");
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("organisation.new")}
        crumbs={[
          { label: t("title"), href: "/area/administration" },
          { label: t("organisations"), href: "/area/administration/organisations" },
          { label: t("organisation.new") },
        ]}
      />
      <OrganisationForm />
    </div>
  );
}
