import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnnouncementForm } from "@/components/announcements/announcement-form";
import { PageHead } from "@/components/ui/page-head";
import { announceAction } from "@/lib/announcements/actions";
import { canAnnounce } from "@/lib/announcements/policy";
import { listAddressable } from "@/lib/announcements/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "announcements" });
  return { title: t("new") };
}

export default async function NewAnnouncementPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canAnnounce(actor, { programmeId: programme.id, promoterId: programme.promoterId }));
  const [t, bodies] = await Promise.all([
    getTranslations("announcements"),
    onPage(listAddressable(actor, programme)),
  ]);
  const list = { pathname: "/area/programmes/[slug]/announcements", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("new")}
        crumbs={[{ label: t("title"), href: list }, { label: t("new") }]}
      />
      <AnnouncementForm
        action={announceAction}
        hidden={{ programmeId: programme.id, submissionKey: randomUUID() }}
        bodies={bodies}
        cancel={list}
      />
    </div>
  );
}
