import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IssueView } from "@/components/newsletter/issue-view";
import { ButtonLink } from "@/components/ui/button";
import { Pencil, Send } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { takeBackIssueAction } from "@/lib/newsletter/actions";
import { countSubscribers, getIssue } from "@/lib/newsletter/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getIssue);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  return { title: (await open(slug, id)).title };
}

export default async function IssuePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const issue = await open(slug, id);
  const [t, subscribers] = await Promise.all([
    getTranslations("newsletter"),
    countSubscribers(actor, issue.programmeId),
  ]);
  const isDraft = issue.state === "DRAFT";
  const place = { slug, id };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={<span lang={issue.lang}>{issue.title}</span>}
        note={issue.state === "SENT" ? undefined : t("area.subscribers", { count: subscribers })}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } },
          { label: issue.title },
        ]}
        actions={
          isDraft ? (
            <>
              {issue.programme.state === "DRAFT" ? null : (
                <ButtonLink
                  href={{ pathname: "/area/programmes/[slug]/newsletter/[id]/send", params: place }}
                  icon={<Send />}
                >
                  {t("area.send")}
                </ButtonLink>
              )}
              <ButtonLink
                variant="outline"
                href={{ pathname: "/area/programmes/[slug]/newsletter/[id]/edit", params: place }}
                icon={<Pencil />}
              >
                {t("area.change")}
              </ButtonLink>
              <ButtonLink
                variant="plain"
                href={{ pathname: "/area/programmes/[slug]/newsletter/[id]/remove", params: place }}
              >
                {t("area.remove")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <IssueView slug={slug} issue={issue} takeBack={takeBackIssueAction} />
    </div>
  );
}
