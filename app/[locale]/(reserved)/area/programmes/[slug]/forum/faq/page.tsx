import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FaqList } from "@/components/forum/faq-list";
import { FaqEntryActs, FaqSectionActs, LeftOfFaq } from "@/components/forum/faq-manager";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import {
  changeFaqEntryAction,
  moveFaqSectionAction,
  renameFaqSectionAction,
  takeOutOfFaqAction,
} from "@/lib/forum/faq/actions";
import { getFaq } from "@/lib/forum/faq/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "answers" });
  return { title: t("faq.title") };
}

export default async function FaqPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const faq = await onPage(getFaq(actor, slug));
  const [t, forum] = await Promise.all([getTranslations("answers.faq"), getTranslations("forum")]);
  const { sections, left, mayEdit } = faq;
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: forum("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: t("title") },
        ]}
      />
      {sections.length === 0 ? (
        <EmptyState title={t("empty")}>{mayEdit ? t("emptyEdit") : t("emptyNext")}</EmptyState>
      ) : (
        <div className="max-w-[54rem]">
          <FaqList
            face="area"
            slug={slug}
            sections={sections}
            thanked={one((await searchParams).grazie)}
            sectionActs={
              mayEdit
                ? (section, index) => (
                    <FaqSectionActs
                      section={section}
                      isFirst={index === 0}
                      isLast={index === sections.length - 1}
                      actions={{ rename: renameFaqSectionAction, move: moveFaqSectionAction }}
                    />
                  )
                : undefined
            }
            entryActs={
              mayEdit
                ? (entry) => (
                    <FaqEntryActs
                      entry={entry}
                      sections={sections}
                      actions={{ change: changeFaqEntryAction, takeOut: takeOutOfFaqAction }}
                    />
                  )
                : undefined
            }
          />
        </div>
      )}
      {left.length > 0 ? <LeftOfFaq slug={slug} entries={left} action={takeOutOfFaqAction} /> : null}
    </div>
  );
}
