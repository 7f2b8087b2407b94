import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AddRecording, RecordingManager } from "@/components/sessions/recording-manager";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import {
  addRecordingAction,
  publishRecordingAction,
  removeRecordingAction,
  retainRecordingAction,
  unpublishRecordingAction,
} from "@/lib/sessions/recordings/actions";
import { getRecordingsPage } from "@/lib/sessions/recordings/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const acts = {
  publish: publishRecordingAction,
  unpublish: unpublishRecordingAction,
  retain: retainRecordingAction,
  remove: removeRecordingAction,
};

const open = pageQuery(getRecordingsPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "conference.recordings" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function RecordingsOfSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, page] = await Promise.all([getTranslations("conference.recordings"), open(slug, id)]);
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
