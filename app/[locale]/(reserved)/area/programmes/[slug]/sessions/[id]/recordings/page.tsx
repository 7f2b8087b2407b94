import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AddRecording, RecordingManager } from "@/components/sessions/recording-manager";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import {
  addRecordingAction,
  publishRecordingAction,
  removeRecordingAction,
  retainRecordingAction,
  unpublishRecordingAction,
} from "@/lib/sessions/recordings/actions";
import { getRecordingsPage } from "@/lib/sessions/recordings/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const acts = {
  publish: publishRecordingAction,
  unpublish: unpublishRecordingAction,
  retain: retainRecordingAction,
  remove: removeRecordingAction,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "conference.recordings" });
  return { title: t("title") };
}

export default async function RecordingsOfSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, page] = await Promise.all([
    getTranslations("conference.recordings"),
    onPage(getRecordingsPage(actor, slug, id)),
  ]);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: page.session.title, href: back }, { label: t("title") }]}
      />
      <RecordingManager page={page} acts={acts} />
      <section className="space-y-5">
        <SectionHead title={t("addTitle")} size="area" />
        <AddRecording page={page} add={addRecordingAction} />
      </section>
    </div>
  );
}
