import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PacesForm } from "@/components/notifications/paces-form";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { fixedGroups } from "@/lib/notifications/groups";
import { choosePacesAction } from "@/lib/notifications/preferences/actions";
import { getPaces } from "@/lib/notifications/preferences/queries";
import { quietHours } from "@/lib/notifications/quiet-hours";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "notifications.preferences" });
  return { title: t("title") };
}

export default async function NotificationPreferencesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, paces, query] = await Promise.all([
    getTranslations("notifications"),
    getPaces(actor),
    searchParams,
  ]);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("preferences.title")}
        lead={t("preferences.lead")}
        crumbs={[
          { label: t("centre.title"), href: "/area/notifications" },
          { label: t("centre.preferences") },
        ]}
      />
      {one(query.done) === "saved" ? <Notice tone="success" title={t("preferences.saved")} live /> : null}
      <section aria-labelledby="open" className="space-y-5">
        <SectionHead id="open" size="area" title={t("preferences.open")} />
        <p className="measure text-muted">{t("preferences.quiet", quietHours)}</p>
        <PacesForm chosen={paces} action={choosePacesAction} />
      </section>
      <section aria-labelledby="fixed" className="space-y-4">
        <SectionHead id="fixed" size="area" title={t("preferences.fixed")} />
        <p className="measure">{t("preferences.fixedNote")}</p>
        <DefinitionList
          look="rows"
          items={[
            ...fixedGroups.map((group) => ({ term: t(`groups.${group}`), value: t(`groupHints.${group}`) })),
            { term: t("preferences.security"), value: t("preferences.securityHint") },
          ]}
        />
      </section>
    </div>
  );
}
