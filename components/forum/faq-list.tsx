import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ForumFace, permalink, threadHref } from "@/components/forum/addresses";
import { useAuthor } from "@/components/forum/post";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { CircleCheck, ThumbsUp } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import type { FaqSection, ShownFaqEntry } from "@/lib/forum/faq/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  face: ForumFace;
  slug: string;
  sections: FaqSection[];
  /** the question of which the reader has just said that it helped */
  thanked?: string;
  /** what whoever edits it can do with a heading or a question */
  sectionActs?: (section: FaqSection, index: number) => ReactNode;
  entryActs?: (entry: ShownFaqEntry) => ReactNode;
};

/** What is asked often, below its headings: each question opens on its answer. */
export function FaqList({ face, slug, sections, thanked, sectionActs, entryActs }: Props) {
  return (
    <div className="space-y-10">
      {sections.map((section, index) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <SectionHead
            size={face === "area" ? "area" : undefined}
            id={`section-${section.id}`}
            title={section.title}
          />
          {sectionActs?.(section, index)}
          {section.entries.map((entry) => (
            <details
              key={entry.id}
              id={`domanda-${entry.id}`}
              open={entry.id === thanked}
              className="border-hairline border-b print:details-content:[content-visibility:visible]"
            >
              <summary
                lang={entry.lang}
                className="cursor-pointer py-3.5 font-semibold text-[1.0625rem] leading-snug [overflow-wrap:anywhere]"
              >
                {entry.question}
              </summary>
              <div className="space-y-4 pb-5 pl-4">
                <Answer face={face} slug={slug} entry={entry} isThanked={entry.id === thanked} />
                {entryActs?.(entry)}
              </div>
            </details>
          ))}
        </section>
      ))}
    </div>
  );
}

type AnswerProps = { face: ForumFace; slug: string; entry: ShownFaqEntry; isThanked: boolean };

function Answer({ face, slug, entry, isThanked }: AnswerProps) {
  const t = useTranslations("answers.faq");
  const locale = useLocale() as Locale;
  const { answer } = entry;
  const author = useAuthor(answer);
  const by = author.part ? t("byPart", { name: author.name, part: author.part }) : author.name;
  const place = permalink(
    threadHref(face, { slug, id: entry.threadId }, answer.number),
    locale,
    answer.number,
  );
  return (
    <>
      <Prose html={answer.html} lang={answer.lang} className="max-w-[38.75rem]" />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        <span>{t("answered", { by, day: formatDay(answer.createdAt, locale) })}</span>
        <AppLink href={place}>
          {t("inThread")}
          <span className="sr-only"> {t("about", { title: entry.thread })}</span>
        </AppLink>
      </p>
      {isThanked ? (
        <p role="status" className="flex items-center gap-2 font-semibold text-approved text-meta">
          <CircleCheck className="size-5 shrink-0" />
          {t("thanks")}
        </p>
      ) : (
        <form method="post" action={`/api/faq/${entry.id}/helped`} className="no-print">
          <input type="hidden" name="face" value={face} />
          <input type="hidden" name="lang" value={locale} />
          <Button variant="outline" size={40} icon={<ThumbsUp />}>
            {t("helped")}
            <span className="sr-only">: {entry.question}</span>
          </Button>
        </form>
      )}
    </>
  );
}
