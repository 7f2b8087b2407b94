import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewProgrammeForm } from "@/components/programmes/new-programme-form";
import { PageHead } from "@/components/ui/page-head";
import { createProgrammeAction } from "@/lib/editions/actions";
import type { Locale } from "@/lib/platform/i18n/routing";
import { requireActor } from "@/lib/platform/request";
import { listManagedOrganisations } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.new" });
  return { title: t("heading") };
}

export default async function NewProgrammePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, organisations] = await Promise.all([
    getTranslations("programmes.new"),
    listManagedOrganisations(actor),
  ]);
  if (organisations.length === 0) notFound();
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("heading")}
        lead={t("lead")}
        crumbs={[{ label: t("all"), href: "/area/programmes" }, { label: t("heading") }]}
      />
      <NewProgrammeForm action={createProgrammeAction} organisations={organisations} />
    </div>
  );
}
