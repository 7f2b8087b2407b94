import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PortalStateView } from "@/components/people/portal-state";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getPortalState } from "@/lib/platform/state/queries";
import { warningsOf } from "@/lib/platform/state/warnings";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("portalState") };
}

export default async function StatePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, state] = await onPage(
    Promise.all([getTranslations("people.administration"), getPortalState(actor)]),
  );
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("portalState")}
        lead={t("portalStateLead")}
        crumbs={[{ label: t("title"), href: "/area/administration" }, { label: t("portalState") }]}
      />
      <PortalStateView state={state} warnings={warningsOf(state)} at={actor.at} />
    </div>
  );
}
