import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { ScheduleForm } from "@/components/animation/schedule-form";
import { ScheduledFiles } from "@/components/animation/scheduled-files";
import { PageHead } from "@/components/ui/page-head";
import { changeScheduledAction } from "@/lib/animation/scheduling/actions";
import { removeScheduledFileAction } from "@/lib/animation/scheduling/files/actions";
import { getScheduled } from "@/lib/animation/scheduling/queries";
import { mostAttachments } from "@/lib/forum/schema";
import { env } from "@/lib/platform/env";
import { formatSize } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, pageQuery } from "@/lib/platform/request";
import { refusedUpload } from "@/lib/platform/uploads/refusals";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const query = pageQuery(getScheduled);

async function open({ params }: Pick<Props, "params">) {
  const { slug, id } = await params;
  pageNeeds(z.uuid().safeParse(id).success);
  return query(slug, id);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await props.params).locale, namespace: "animation" });
  const { post } = await open(props);
  return {
    title: pageTitle(t("form.changeTitle"), post.thread?.title || post.title || t("scheduled.hiddenThread")),
  };
}

export default async function ScheduledPage(props: Props) {
  const { locale, slug } = await props.params;
  setRequestLocale(locale);
  const [t, { post, choices }, { refused }] = await Promise.all([
    getTranslations("animation"),
    open(props),
    props.searchParams,
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("form.changeTitle")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/animation", params: { slug } } },
          { label: t("form.changeTitle") },
        ]}
      />
      <ScheduleForm
        slug={slug}
        action={changeScheduledAction}
        hidden={{ id: post.id, version: post.version }}
        choices={choices}
        post={post}
      />
      <ScheduledFiles
        slug={slug}
        post={post}
        most={mostAttachments}
        remove={removeScheduledFileAction}
        refused={refusedUpload(refused)}
        maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
      />
    </div>
  );
}
