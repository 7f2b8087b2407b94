import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LegalText } from "@/components/home/legal-text";
import { Band } from "@/components/layout/band";
import { PageHead } from "@/components/ui/page-head";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getSite } from "@/lib/platform/settings/site";

type Props = { params: Promise<{ locale: Locale }> };

const sections = ["data", "purposes", "recipients", "retention", "cookies", "links", "rights"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.privacy" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/privacy", locale) };
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, site] = await Promise.all([getTranslations("site.privacy"), getSite()]);
  const address = [site.bodyName, ...(site.address ?? [])].join(", ");
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <LegalText
          sections={[
            {
              id: "controller",
              title: t("controller.title"),
              text: t("controller.text", { address }),
              children: (
                <>
                  {site.email ? (
                    <p>
                      {t("controller.write")} <a href={`mailto:${site.email}`}>{site.email}</a>
                    </p>
                  ) : null}
                  {site.privacyOfficerEmail ? (
                    <p>
                      {t("controller.officer")}{" "}
                      <a href={`mailto:${site.privacyOfficerEmail}`}>{site.privacyOfficerEmail}</a>
                    </p>
                  ) : null}
                  {site.demo ? <p>{t("controller.demo")}</p> : null}
                </>
              ),
            },
            ...sections.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) })),
          ]}
        />
      </Band>
    </>
  );
}
