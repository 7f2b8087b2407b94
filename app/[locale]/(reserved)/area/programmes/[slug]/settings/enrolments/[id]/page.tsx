import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EnrolmentChip } from "@/components/people/enrolment-chip";
import { AgreeForm, EnrolmentActs } from "@/components/programmes/enrolment-acts";
import { EnrolmentFacts } from "@/components/programmes/enrolment-facts";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { moveBodyAction } from "@/lib/editions/actions";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { agreeToSelectionAction } from "@/lib/programmes/enrolments/actions";
import { getEnrolment } from "@/lib/programmes/enrolments/queries";
import { canAgreeToSelection, canSelectBodies } from "@/lib/programmes/policy";
import { getStructure } from "@/lib/programmes/structure/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getEnrolment);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.enrolments" });
  const body = await open(id);
  return { title: pageTitle(t("title"), body.name) };
}

export default async function EnrolmentPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const body = await open(id);
  if (body.programmeSlug !== slug) notFound();
  const [t, structure] = await Promise.all([getTranslations("programmes"), getStructure(actor, slug)]);
  const programme = { id: body.programmeId };
  const maySelect = canSelectBodies(actor, programme);
  const mayAgree =
    canAgreeToSelection(actor, programme) && ["UNDER_ASSESSMENT", "WAITING", "SELECTED"].includes(body.state);
  const parties = structure.roles.map(({ title }) => title);
  const suggested = actor.has("OBSERVER", { programme: programme.id })
    ? t("enrolment.client")
    : t("enrolment.faculty");
  const list = { pathname: "/area/programmes/[slug]/settings/enrolments", params: { slug } } as const;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={body.name}
        crumbs={[{ label: t("enrolments.title"), href: list }, { label: body.shortName }]}
        meta={<EnrolmentChip state={body.state} />}
      />
      <EnrolmentFacts body={body} />
      {mayAgree ? (
        <section aria-labelledby="agree" className="space-y-4">
          <SectionHead id="agree" size="area" title={t("enrolment.agreeTitle")} />
          <AgreeForm
            body={body}
            suggested={maySelect ? undefined : suggested}
            action={agreeToSelectionAction}
          />
        </section>
      ) : null}
      {maySelect ? (
        <section aria-labelledby="moves" className="space-y-4">
          <SectionHead id="moves" size="area" title={t("enrolment.title")} />
          <EnrolmentActs
            body={body}
            parties={parties.length > 0 ? parties : [t("enrolment.client"), t("enrolment.faculty")]}
            moveAction={moveBodyAction}
          />
        </section>
      ) : null}
    </div>
  );
}
