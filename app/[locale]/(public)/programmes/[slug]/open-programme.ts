import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ProgrammeTab } from "@/components/programmes/programme-frame";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { isForEverybody } from "@/lib/platform/page-cache/scope";
import { currentActor, onPage } from "@/lib/platform/request";
import { findProgrammeBySlug, getProgramme, type ProgrammeHead } from "@/lib/programmes/queries";

/**
 * The programme of a public page. Everybody reads it as a visitor; only a draft, which no visitor sees, is read as who
 * is signed in, so that those who prepare it can look at it: in an answer of their own, never in one for everybody.
 */
export const openProgramme = cache(
  async (slug: string): Promise<{ actor: Actor; programme: ProgrammeHead }> => {
    const visitor = visitorActor(now());
    const programme = await findProgrammeBySlug(visitor, slug);
    if (programme) return { actor: visitor, programme };
    if (isForEverybody()) notFound();
    const actor = await currentActor();
    return { actor, programme: await onPage(getProgramme(actor, slug)) };
  },
);

/** Title, description and addresses of a public page of a programme. */
export async function programmeMetadata(
  { locale, slug }: { locale: Locale; slug: string },
  href: Href,
  tab: ProgrammeTab,
): Promise<Metadata> {
  const { programme } = await openProgramme(slug);
  const t = await getTranslations({ locale, namespace: "programmes" });
  const title = tab === "overview" ? programme.title : `${t(`tabs.${tab}`)}: ${programme.shortTitle}`;
  return {
    title,
    description: programme.summary,
    alternates: alternatesOf(href, locale),
    openGraph: { title, description: programme.summary, type: "article" },
    ...(programme.state === "DRAFT" ? { robots: { index: false } } : {}),
  };
}
