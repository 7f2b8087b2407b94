import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LegalText } from "@/components/home/legal-text";
import { Band } from "@/components/layout/band";
import { SingleKeySwitch } from "@/components/layout/single-key-switch";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getSite } from "@/lib/platform/settings/site";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.accessibility" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/accessibility", locale) };
}

export default async function AccessibilityPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, site] = await Promise.all([getTranslations("site.accessibility"), getSite()]);
  const statement = site.accessibilityStatementUrl;
  const subject = encodeURIComponent(t("feedback.subject"));
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <div className="space-y-10">
          <Notice
            tone={statement ? "info" : "warning"}
            title={t(statement ? "statement.title" : "statement.missing")}
          >
            {statement ? (
              <a href={statement} data-element="accessibility-link" rel="noopener">
                {t("statement.link")}
              </a>
            ) : (
              t("statement.missingText")
            )}
          </Notice>
          <LegalText
            sections={[
              { id: "how", title: t("how.title"), text: t("how.text") },
              {
                id: "keys",
                title: t("keys.title"),
                text: t("keys.text"),
                children: <SingleKeySwitch label={t("keys.label")} />,
              },
              { id: "known", title: t("known.title"), text: t("known.text") },
              {
                id: "feedback",
                title: t("feedback.title"),
                text: t("feedback.text"),
                children: site.email ? (
                  <p>
                    <a href={`mailto:${site.email}?subject=${subject}`}>
                      {t("feedback.write", { email: site.email })}
                    </a>
                  </p>
                ) : null,
              },
              { id: "appeal", title: t("appeal.title"), text: t("appeal.text") },
            ]}
          />
        </div>
      </Band>
    </>
  );
}
