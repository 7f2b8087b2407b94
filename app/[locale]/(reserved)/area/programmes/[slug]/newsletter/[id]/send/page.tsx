import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { DateTimeFields } from "@/components/form/date-time-fields";
import { Send } from "@/components/ui/icons";
import { sendIssueAction } from "@/lib/newsletter/actions";
import { countSubscribers, getIssue } from "@/lib/newsletter/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getIssue);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "newsletter.send" });
  return { title: pageTitle(t("title"), (await open(slug, id)).title) };
}

export default async function SendIssuePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const { title, state, version, programmeId, programme } = await open(slug, id);
  pageNeeds(state === "DRAFT" && programme.state !== "DRAFT");
  const [t, all, count] = await Promise.all([
    getTranslations("newsletter.send"),
    getTranslations("newsletter"),
    countSubscribers(actor, programmeId),
  ]);
  const here = { pathname: "/area/programmes/[slug]/newsletter/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("title")}
      crumbs={[
        { label: all("title"), href: { pathname: "/area/programmes/[slug]/newsletter", params: { slug } } },
        { label: title, href: here },
        { label: t("title") },
      ]}
      action={sendIssueAction}
      hidden={{ id, version }}
      fieldLabels={{ date: t("date"), time: t("time") }}
      fields={
        <DateTimeFields
          legend={t("when")}
          date={{ name: "date", label: t("date"), hint: t("whenHint"), optional: true }}
          time={{ name: "time", label: t("time"), optional: true }}
        />
      }
      confirm={{ label: t("confirm"), icon: <Send /> }}
      cancel={{ href: here, label: t("cancel") }}
      tone="primary"
    >
      <p>{t("text", { title, count })}</p>
      <p className="text-muted">{t("undo")}</p>
    </ConfirmPage>
  );
}
