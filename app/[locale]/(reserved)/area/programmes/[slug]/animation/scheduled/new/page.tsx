import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { ScheduleForm } from "@/components/animation/schedule-form";
import { PageHead } from "@/components/ui/page-head";
import { findPrompt } from "@/lib/animation/prompts/queries";
import { schedulePostAction } from "@/lib/animation/scheduling/actions";
import { getScheduling } from "@/lib/animation/scheduling/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "animation" });
  return { title: t("form.title") };
}

export default async function NewScheduledPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const inThread = z.uuid().safeParse(one(query.discussione)).data;
  const promptId = z.uuid().safeParse(one(query.spunto)).data;
  const { programme, thread, choices } = await onPage(getScheduling(actor, slug, inThread));
  const [t, begun] = await Promise.all([
    getTranslations("animation"),
    promptId ? findPrompt(actor, programme.id, promptId) : null,
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("form.title")}
        lead={t("form.lead")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/animation", params: { slug } } },
          { label: t("form.title") },
        ]}
      />
      <ScheduleForm
        slug={slug}
        action={schedulePostAction}
        hidden={{ programme: slug, ...(thread ? { threadId: thread.id } : {}) }}
        submissionKey={randomUUID()}
        choices={choices}
        thread={thread}
        begun={begun}
      />
    </div>
  );
}
