import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { QueueView } from "@/components/forum/queue-view";
import { PageHead } from "@/components/ui/page-head";
import { assignThreadAction, takeBackAssignmentAction } from "@/lib/forum/assignments/actions";
import { getQueue } from "@/lib/forum/assignments/queries";
import { queueQuerySchema } from "@/lib/forum/assignments/schema";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "answers" });
  return { title: t("queue.title") };
}

export default async function WaitingPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const { days } = queueQuerySchema.parse({ days: one(query.days) });
  const [t, forum, queue] = await Promise.all([
    getTranslations("answers.queue"),
    getTranslations("forum"),
    onPage(getQueue(actor, slug, { days, after: readCursor(one(query.after)) })),
  ]);
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: forum("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: t("title") },
        ]}
      />
      <QueueView
        slug={slug}
        queue={queue}
        now={actor.at}
        actions={{ assign: assignThreadAction, takeBack: takeBackAssignmentAction }}
      />
    </div>
  );
}
