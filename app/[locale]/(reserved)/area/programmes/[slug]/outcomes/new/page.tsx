import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OutcomeForm } from "@/components/programmes/outcome-form";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { addOutcomeAction } from "@/lib/programmes/outcomes/actions";
import { listOutcomeTies } from "@/lib/programmes/outcomes/queries";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.outcomes" });
  return { title: t("add") };
}

export default async function NewOutcomePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const ties = await onPage(listOutcomeTies(actor, programme.id));
  const t = await getTranslations("programmes.outcomes");
  const isProposal = !canEditOutcomes(actor, programme);
  const title = t(isProposal ? "propose" : "add");
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={title}
        lead={isProposal ? t("proposeLead") : t("addLead")}
        crumbs={[
          { label: t("areaTitle"), href: { pathname: "/area/programmes/[slug]/outcomes", params: { slug } } },
          { label: title },
        ]}
      />
      <OutcomeForm action={addOutcomeAction} programme={programme} ties={ties} isProposal={isProposal} />
    </div>
  );
}
