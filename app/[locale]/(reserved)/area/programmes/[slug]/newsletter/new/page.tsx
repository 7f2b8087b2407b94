import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IssueForm } from "@/components/newsletter/issue-form";
import { PageHead } from "@/components/ui/page-head";
import { writeIssueAction } from "@/lib/newsletter/actions";
import { canWriteNewsletter } from "@/lib/newsletter/policy";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "newsletter" });
  return { title: t("area.new") };
}

export default async function NewIssuePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { id: programmeId } = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canWriteNewsletter(actor, { programmeId }));
  const t = await getTranslations("newsletter");
  const list = { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("area.new")}
        crumbs={[{ label: t("title"), href: list }, { label: t("area.new") }]}
      />
      <IssueForm
        action={writeIssueAction}
        hidden={{ programmeId, submissionKey: randomUUID() }}
        cancel={list}
      />
    </div>
  );
}
