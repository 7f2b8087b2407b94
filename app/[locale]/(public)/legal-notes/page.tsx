import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LegalText } from "@/components/home/legal-text";
import { Band } from "@/components/layout/band";
import { PageHead } from "@/components/ui/page-head";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getSite } from "@/lib/platform/settings/site";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.legal" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/legal-notes", locale) };
}

export default async function LegalNotesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, site] = await Promise.all([getTranslations("site.legal"), getSite()]);
  const contact = env().SECURITY_CONTACT ?? (site.email && `mailto:${site.email}`);
  const marks = { section: "legal-notes-section", body: "legal-notes-body" };
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <LegalText
          sections={[
            { id: "licence", title: t("licence.title"), text: t("licence.text"), marks },
            { id: "sources", title: t("sources.title"), text: t("sources.text") },
            {
              id: "responsibility",
              title: t("responsibility.title"),
              text: t("responsibility.text", { body: site.bodyName }),
            },
            {
              id: "software",
              title: t("software.title"),
              text: t("software.text"),
              children: site.sourceCodeUrl ? (
                <p>
                  <a href={site.sourceCodeUrl} rel="noopener">
                    {t("software.link")}
                  </a>
                </p>
              ) : null,
            },
            {
              id: "security",
              title: t("security.title"),
              text: t("security.text"),
              children: contact ? (
                <>
                  <p>
                    <a href={contact} rel="noopener">
                      {t("security.link")}
                    </a>
                  </p>
                  {env().SECURITY_CONTACT ? (
                    <p>
                      <a href="/.well-known/security.txt">{t("security.machine")}</a>
                    </p>
                  ) : null}
                </>
              ) : null,
            },
          ]}
        />
      </Band>
    </>
  );
}
