import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { ProgrammeOverview } from "@/components/programmes/programme-overview";
import { JsonLd } from "@/components/ui/json-ld";
import { countApprovedByBody } from "@/lib/documents/deliverables/queries";
import { countPublicThreadsByBody } from "@/lib/forum/queries";
import { env } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listIndicators } from "@/lib/programmes/indicators/queries";
import { programmeLinkedData } from "@/lib/programmes/linked-data";
import { listOutcomes } from "@/lib/programmes/outcomes/queries";
import { listBodies } from "@/lib/programmes/queries";
import { getStructure } from "@/lib/programmes/structure/queries";
import { countPresenceByBody } from "@/lib/sessions/presence/queries";
import { listNextSessions, listOpenSessions } from "@/lib/sessions/queries";
import { getOpenSession } from "@/lib/sessions/view/queries";
import { listPublicTables } from "@/lib/tables/queries";
import { openProgramme, programmeMetadata } from "./open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]", params: { slug } },
    "overview",
  );
}

export default async function ProgrammePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [structure, bodies, tables, deliverables, presence, threads, indicators, outcomes, sessions, [next]] =
    await Promise.all([
      getStructure(actor, slug),
      listBodies(actor, programme.id),
      listPublicTables(actor, programme.id),
      countApprovedByBody(actor, programme.id),
      countPresenceByBody(actor, programme.id),
      countPublicThreadsByBody(actor, programme.id),
      listIndicators(actor, programme.id),
      listOutcomes(actor, programme.id),
      listOpenSessions(actor, slug, { size: 200 }),
      listNextSessions(actor, { programmeId: programme.id, size: 1 }),
    ]);
  const agenda = next ? (await getOpenSession(actor, slug, next.id)).agenda : [];
  return (
    <ProgrammeFrame programme={programme} current="overview">
      <JsonLd data={programmeLinkedData(programme, locale, env().siteUrl)} />
      <ProgrammeOverview
        programme={programme}
        structure={structure}
        bodies={bodies}
        tables={tables}
        work={{ deliverables, presence, threads }}
        indicator={indicators.find(({ last }) => last.length > 0)}
        outcomes={outcomes.filter(({ publishedAt }) => publishedAt !== null)}
        sessions={sessions.rows}
        next={next ? { session: next, agenda } : undefined}
        at={actor.at}
      />
    </ProgrammeFrame>
  );
}
