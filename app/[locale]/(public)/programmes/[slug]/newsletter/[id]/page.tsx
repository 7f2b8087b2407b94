import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { Band } from "@/components/layout/band";
import { NewsletterOffer } from "@/components/newsletter/newsletter-offer";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { Prose } from "@/components/ui/prose";
import { getSentIssue } from "@/lib/newsletter/queries";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage } from "@/lib/platform/request";
import { openProgramme } from "../../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = cache(async (slug: string, id: string) => {
  const { actor, programme } = await openProgramme(slug);
  return { programme, issue: await onPage(getSentIssue(actor, programme.id, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const { programme, issue } = await open(slug, id);
  return {
    title: `${issue.title}: ${programme.shortTitle}`,
    alternates: alternatesOf(
      { pathname: "/programmes/[slug]/newsletter/[id]", params: { slug, id } },
      locale,
    ),
  };
}

export default async function NewsletterIssuePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { programme, issue } = await open(slug, id);
  const t = await getTranslations("newsletter");
  return (
    <ProgrammeFrame programme={programme} current="outcomes" title={t("title")}>
      <Band room="tight">
        <article className="max-w-[43rem] space-y-6">
          <header className="space-y-1">
            <h2 lang={issue.lang} className="text-h2">
              {issue.title}
            </h2>
            <p className="text-muted">{t("archive.sent", { when: formatInstant(issue.sentAt, locale) })}</p>
          </header>
          <Prose html={issue.html} lang={issue.lang} />
          <NewsletterOffer slug={slug} />
        </article>
      </Band>
    </ProgrammeFrame>
  );
}
