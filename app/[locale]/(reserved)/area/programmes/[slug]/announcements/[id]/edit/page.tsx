import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnnouncementForm } from "@/components/announcements/announcement-form";
import { PageHead } from "@/components/ui/page-head";
import { changeAnnouncementAction } from "@/lib/announcements/actions";
import { getAnnouncement, listAddressable } from "@/lib/announcements/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getAnnouncement);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "announcements" });
  return { title: pageTitle(t("change"), (await open(slug, id)).title) };
}

export default async function ChangeAnnouncementPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const announcement = await open(slug, id);
  pageNeeds(announcement.mayAnnounce && announcement.state !== "WITHDRAWN");
  const [t, bodies] = await Promise.all([
    getTranslations("announcements"),
    onPage(listAddressable(actor, programme)),
  ]);
  const here = { pathname: "/area/programmes/[slug]/announcements/[id]", params: { slug, id } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("change")}
        lead={announcement.state === "PUBLISHED" ? t("changeLead") : undefined}
        crumbs={[
          {
            label: t("title"),
            href: { pathname: "/area/programmes/[slug]/announcements", params: { slug } },
          },
          { label: announcement.title, href: here },
          { label: t("change") },
        ]}
      />
      <AnnouncementForm
        action={changeAnnouncementAction}
        hidden={{ id, version: announcement.version }}
        bodies={bodies}
        cancel={here}
        announcement={announcement}
      />
    </div>
  );
}
