import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { TextInput } from "@/components/form/text-input";
import { categoryHref } from "@/components/forum/addresses";
import { Composer } from "@/components/forum/composer";
import { DraftNote } from "@/components/forum/draft-note";
import { OwnWarnings } from "@/components/forum/moderation/own-warnings";
import { PageHead } from "@/components/ui/page-head";
import { findPrompt } from "@/lib/animation/prompts/queries";
import { listOwnBodies } from "@/lib/documents/circles/queries";
import { discardDraftAction } from "@/lib/forum/drafts/actions";
import { findThreadDraft } from "@/lib/forum/drafts/queries";
import { canPostInOwnName } from "@/lib/forum/policy";
import { openThreadAction } from "@/lib/forum/posts/actions";
import { getForum } from "@/lib/forum/queries";
import { acknowledgeWarningAction } from "@/lib/forum/warnings/actions";
import { listOwnWarnings } from "@/lib/forum/warnings/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getForum);

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "forum" });
  const { categories } = await open(slug);
  const category = categories.find((each) => each.id === id) ?? notFound();
  return { title: pageTitle(t("compose.newTitle"), category.title) };
}

export default async function NewThreadPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const forum = await open(slug);
  const category = forum.categories.find((each) => each.id === id) ?? notFound();
  pageNeeds(forum.mayPost);
  const { bozza, spunto } = await searchParams;
  const promptId = z.uuid().safeParse(one(spunto)).data;
  const [t, bodies, draft, warnings, prompt] = await Promise.all([
    getTranslations("forum"),
    listOwnBodies(actor, forum.id),
    findThreadDraft(actor, id),
    listOwnWarnings(actor, forum.id),
    promptId ? findPrompt(actor, forum.id, promptId) : null,
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("compose.newTitle")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: category.title, href: categoryHref("area", slug, id) },
          { label: t("compose.newTitle") },
        ]}
      />
      {draft ? (
        <div id="rispondi" className="max-w-[43rem] scroll-mt-20">
          <DraftNote draft={draft} at={actor.at} discard={discardDraftAction} isNew={one(bozza) === "1"} />
        </div>
      ) : null}
      <OwnWarnings slug={slug} warnings={warnings} action={acknowledgeWarningAction} />
      <Composer
        id="new-thread"
        slug={slug}
        occasion={`${one(bozza)} ${draft?.id} ${prompt?.id}`}
        text={prompt?.markdown ?? draft?.markdown}
        action={openThreadAction}
        hidden={{ categoryId: id }}
        submissionKey={randomUUID()}
        label={t("compose.firstText")}
        send={t("compose.open")}
        isNew
        voices={{ bodies, speaksForItself: canPostInOwnName(actor, { programmeId: forum.id }) }}
        fieldLabels={{ title: t("compose.title") }}
        rows={10}
      >
        <TextInput
          name="title"
          label={t("compose.title")}
          hint={t("compose.titleHint")}
          maxLength={200}
          defaultValue={prompt?.title ?? draft?.title}
        />
      </Composer>
    </div>
  );
}
