import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { removeIssueAction } from "@/lib/newsletter/actions";
import { getIssue } from "@/lib/newsletter/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getIssue);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "newsletter.remove" });
  return { title: pageTitle(t("title"), (await open(slug, id)).title) };
}

export default async function RemoveIssuePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  await onPage(getAreaProgramme(await requireActor(), slug));
  const { title, state, version } = await open(slug, id);
  pageNeeds(state === "DRAFT");
  const [t, all] = await Promise.all([getTranslations("newsletter.remove"), getTranslations("newsletter")]);
  const here = { pathname: "/area/programmes/[slug]/newsletter/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("title")}
      crumbs={[
        { label: all("title"), href: { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } },
        { label: title, href: here },
        { label: t("title") },
      ]}
      action={removeIssueAction}
      hidden={{ id, version }}
      confirm={{ label: t("confirm") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("text", { title })}</p>
      <p className="text-muted">{t("undo")}</p>
    </ConfirmPage>
  );
}
