import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { LinkedThings } from "@/components/discussions/linked-things";
import { ThingChooser } from "@/components/discussions/thing-chooser";
import { threadHref } from "@/components/forum/addresses";
import { PageHead } from "@/components/ui/page-head";
import { linkThreadAction, unlinkThreadAction } from "@/lib/discussions/actions";
import { getLinking } from "@/lib/discussions/queries";
import { soughtSchema } from "@/lib/discussions/schema";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getLinking);
const textOf = (query: Awaited<Props["searchParams"]>) => soughtSchema.parse(one(query.q) ?? "");

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "discussions" });
  const { thread } = await open(id, textOf(await searchParams));
  return { title: pageTitle(t("linkTitle"), thread.title) };
}

export default async function LinksPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const text = textOf(await searchParams);
  const [t, { thread, linked, things }] = await Promise.all([getTranslations("discussions"), open(id, text)]);
  pageNeeds(thread.programme.slug === slug);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("linkTitle")}
        lead={t("linkLead")}
        crumbs={[{ label: thread.title, href: threadHref("area", { slug, id }) }, { label: t("linkTitle") }]}
      />
      <div className="max-w-[52rem]">
        <LinkedThings
          slug={slug}
          threadId={id}
          things={linked}
          mayLink={false}
          at={actor.at}
          unlink={unlinkThreadAction}
        />
      </div>
      <ThingChooser
        threadId={id}
        things={things}
        text={text}
        here={{ pathname: "/area/programmes/[slug]/forum/threads/[id]/links", params: { slug, id } }}
        at={actor.at}
        link={linkThreadAction}
      />
    </div>
  );
}
