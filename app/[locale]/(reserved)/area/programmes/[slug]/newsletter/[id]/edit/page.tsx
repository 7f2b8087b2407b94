import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IssueForm } from "@/components/newsletter/issue-form";
import { PageHead } from "@/components/ui/page-head";
import { changeIssueAction } from "@/lib/newsletter/actions";
import { getIssue } from "@/lib/newsletter/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getIssue);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "newsletter.area" });
  return { title: pageTitle(t("change"), (await open(slug, id)).title) };
}

export default async function ChangeIssuePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  await onPage(getAreaProgramme(await requireActor(), slug));
  const issue = await open(slug, id);
  pageNeeds(issue.state === "DRAFT");
  const t = await getTranslations("newsletter");
  const here = { pathname: "/area/programmes/[slug]/newsletter/[id]", params: { slug, id } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("area.change")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } },
          { label: issue.title, href: here },
          { label: t("area.change") },
        ]}
      />
      <IssueForm
        action={changeIssueAction}
        hidden={{ id, version: issue.version }}
        cancel={here}
        issue={issue}
      />
    </div>
  );
}
