import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { PhaseList } from "@/components/programmes/phase-list";
import { PhaseTimeline } from "@/components/programmes/phase-timeline";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getStructure } from "@/lib/programmes/structure/queries";
import { listOpenSessions } from "@/lib/sessions/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/phases", params: { slug } },
    "phases",
  );
}

export default async function PhasesPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, structure, sessions] = await Promise.all([
    getTranslations("programmes.phases"),
    getStructure(actor, slug),
    listOpenSessions(actor, slug, { size: 200 }),
  ]);
  const isEmpty = structure.phases.length === 0 && structure.lines.length === 0;
  return (
    <ProgrammeFrame programme={programme} current="phases">
      {isEmpty ? (
        <Band>
          <EmptyState title={t(programme.isArchiveOfSource ? "sourceNone" : "none")} />
        </Band>
      ) : (
        <>
          <Band as="section" labelledBy="in-time" room="tight">
            <SectionHead id="in-time" title={t("inTime")} />
            <PhaseTimeline slug={slug} phases={structure.phases} sessions={sessions.rows} at={actor.at} />
          </Band>
          <Band room="tight">
            <PhaseList phases={structure.phases} lines={structure.lines} lang={programme.lang} />
          </Band>
        </>
      )}
    </ProgrammeFrame>
  );
}
