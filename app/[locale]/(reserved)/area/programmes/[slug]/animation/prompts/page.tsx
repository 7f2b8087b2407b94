import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { AnimationTabs } from "@/components/animation/animation-tabs";
import { PromptLibrary } from "@/components/animation/prompt-library";
import { PageHead } from "@/components/ui/page-head";
import { canWelcome } from "@/lib/animation/policy";
import {
  addPromptAction,
  beginWithAction,
  changePromptAction,
  removePromptAction,
} from "@/lib/animation/prompts/actions";
import { listPrompts } from "@/lib/animation/prompts/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "animation" });
  return { title: t("prompts.title") };
}

export default async function PromptsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const inThread = z.uuid().safeParse(one((await searchParams).discussione)).data;
  const [t, library] = await Promise.all([
    getTranslations("animation"),
    onPage(listPrompts(actor, slug, inThread)),
  ]);
  const { thread } = library;
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={t("prompts.title")}
        lead={thread ? t("prompts.inThread", { title: thread.title }) : t("prompts.lead")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/animation", params: { slug } } },
          { label: t("prompts.title") },
        ]}
      />
      <AnimationTabs
        slug={slug}
        current="prompts"
        mayWelcome={canWelcome(actor, { programmeId: library.programme.id })}
      />
      <PromptLibrary
        slug={slug}
        library={library}
        actions={{
          add: addPromptAction,
          change: changePromptAction,
          remove: removePromptAction,
          begin: beginWithAction,
        }}
      />
    </div>
  );
}
