import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TextForm } from "@/components/programmes/text-form";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { editProgrammeAction } from "@/lib/programmes/actions";
import { getStructure } from "@/lib/programmes/structure/queries";
import { editedProgramme } from "../edited-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.text" });
  return { title: t("heading") };
}

export default async function TextPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await editedProgramme(slug);
  const [t, structure] = await Promise.all([getTranslations("programmes.text"), getStructure(actor, slug)]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("heading")}
        crumbs={[
          { label: t("settings"), href: { pathname: "/area/programmes/[slug]/settings", params: { slug } } },
          { label: t("heading") },
        ]}
      />
      <TextForm action={editProgrammeAction} programme={programme} structure={structure} />
    </div>
  );
}
