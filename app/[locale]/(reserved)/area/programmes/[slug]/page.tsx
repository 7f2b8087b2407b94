import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { FirstSteps } from "@/components/animation/first-steps";
import { ProgrammeDashboard } from "@/components/programmes/programme-dashboard";
import { dismissFirstStepsAction } from "@/lib/animation/welcome/actions";
import { listFirstSteps } from "@/lib/animation/welcome/steps/queries";
import { countApprovedByBody } from "@/lib/documents/deliverables/queries";
import { countPublicThreadsByBody } from "@/lib/forum/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { listOutcomes } from "@/lib/programmes/outcomes/queries";
import { canEdit } from "@/lib/programmes/policy";
import { getAreaProgramme, listBodies } from "@/lib/programmes/queries";
import { getStructure } from "@/lib/programmes/structure/queries";
import { countPresenceByBody } from "@/lib/sessions/presence/queries";
import { listNextSessions, listSessionsBetween } from "@/lib/sessions/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const actor = await requireActor();
  return { title: (await onPage(getAreaProgramme(actor, slug))).shortTitle };
}

export default async function ProgrammeAreaPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const whole = { from: new Date(0), to: new Date(8_640_000_000_000_000) };
  const [structure, bodies, deliverables, presence, threads, outcomes, sessions, [next], steps] =
    await Promise.all([
      getStructure(actor, slug),
      listBodies(actor, programme.id),
      countApprovedByBody(actor, programme.id),
      countPresenceByBody(actor, programme.id),
      countPublicThreadsByBody(actor, programme.id),
      listOutcomes(actor, programme.id),
      listSessionsBetween(actor, whole, { programmeIds: [programme.id], limit: 200 }),
      listNextSessions(actor, { programmeId: programme.id, size: 1 }),
      listFirstSteps(actor, slug),
    ]);
  return (
    <ProgrammeDashboard
      programme={programme}
      structure={structure}
      bodies={bodies}
      work={{ deliverables, presence, threads }}
      proposals={outcomes.filter(({ publishedAt }) => publishedAt === null)}
      sessions={sessions}
      next={next}
      mayEdit={canEdit(actor, programme)}
      at={actor.at}
      firstSteps={<FirstSteps cards={steps} from="programme" dismiss={dismissFirstStepsAction} />}
    />
  );
}
