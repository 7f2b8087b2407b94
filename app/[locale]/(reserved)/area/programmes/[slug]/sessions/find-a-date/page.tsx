import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PollForm } from "@/components/sessions/poll-form";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { openPollAction } from "@/lib/sessions/polls/actions";
import { getPollForm } from "@/lib/sessions/polls/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.poll" });
  return { title: t("newTitle") };
}

export default async function FindADatePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const session = one((await searchParams).session);
  const [t, words, { draft }] = await Promise.all([
    getTranslations("planning.poll"),
    getTranslations("sessions"),
    onPage(getPollForm(actor, slug, session)),
  ]);
  const list = { pathname: "/area/programmes/[slug]/sessions" as const, params: { slug } };
  const id = freshIdentifier(actor.at);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("newTitle")}
        lead={t("newLead")}
        crumbs={[{ label: words("list.title"), href: list }, { label: t("newTitle") }]}
      />
      <PollForm
        action={openPollAction}
        hidden={draft ? { id, for: "draft", session: draft.id } : { id, for: "new", programme: slug }}
        draft={draft}
        cancel={list}
      />
    </div>
  );
}
