import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AddBodyForm } from "@/components/programmes/add-body-form";
import { EnrolmentTable } from "@/components/programmes/enrolment-table";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { romeDay } from "@/lib/platform/rome-time";
import { addBodyAction } from "@/lib/programmes/enrolments/actions";
import { listOrganisationsToAdd } from "@/lib/programmes/enrolments/queries";
import { canSelectBodies } from "@/lib/programmes/policy";
import { getAreaProgramme, listBodies } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.enrolments" });
  return { title: t("title") };
}

export default async function EnrolmentsPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const maySelect = canSelectBodies(actor, programme);
  const [t, bodies, organisations] = await Promise.all([
    getTranslations("programmes.enrolments"),
    listBodies(actor, programme.id),
    maySelect ? listOrganisationsToAdd(actor, programme.id) : [],
  ]);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: t("settings"), href: { pathname: "/area/programmes/[slug]/settings", params: { slug } } },
          { label: t("title") },
        ]}
      />
      <EnrolmentTable slug={slug} bodies={bodies} />
      {maySelect ? (
        <section aria-labelledby="add" className="space-y-5">
          <SectionHead id="add" size="area" title={t("add")} />
          <AddBodyForm
            action={addBodyAction}
            programmeId={programme.id}
            organisations={organisations}
            today={romeDay(actor.at)}
          />
        </section>
      ) : null}
    </div>
  );
}
