import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { BodyTable } from "@/components/programmes/body-table";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { countApprovedByBody } from "@/lib/documents/deliverables/queries";
import { countPublicThreadsByBody } from "@/lib/forum/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listBodies } from "@/lib/programmes/queries";
import { countPresenceByBody } from "@/lib/sessions/presence/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/bodies", params: { slug } },
    "bodies",
  );
}

export default async function BodiesPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, bodies, deliverables, presence, threads] = await Promise.all([
    getTranslations("programmes.bodies"),
    listBodies(actor, programme.id),
    countApprovedByBody(actor, programme.id),
    countPresenceByBody(actor, programme.id),
    countPublicThreadsByBody(actor, programme.id),
  ]);
  return (
    <ProgrammeFrame programme={programme} current="bodies">
      <Band room="tight">
        <BodyTable
          bodies={bodies}
          work={{ deliverables, presence, threads }}
          isArchive={programme.isArchiveOfSource}
          withState
        />
        {bodies.length > 0 ? (
          <p className="mt-4 text-meta text-muted">{t("countedOn", { date: formatDay(actor.at, locale) })}</p>
        ) : null}
      </Band>
    </ProgrammeFrame>
  );
}
