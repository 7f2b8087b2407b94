import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnnouncementReaders } from "@/components/announcements/announcement-readers";
import { AnnouncementView } from "@/components/announcements/announcement-view";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { acknowledgeAnnouncementAction } from "@/lib/announcements/actions";
import { getAnnouncement, listAnnouncementReaders } from "@/lib/announcements/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getAnnouncement);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  return { title: (await open(slug, id)).title };
}

export default async function AnnouncementPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const announcement = await open(slug, id);
  const { state, author, mayAnnounce } = announcement;
  const [t, readers] = await Promise.all([
    getTranslations("announcements"),
    mayAnnounce ? onPage(listAnnouncementReaders(actor, id)) : null,
  ]);
  const place = { slug, id };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={<span lang={announcement.lang}>{announcement.title}</span>}
        note={t("line", {
          state,
          when: formatInstant(announcement.publishAt, locale),
          author: author ? `${author.givenName} ${author.familyName}` : "none",
          edited: announcement.editedAt ? "yes" : "no",
        })}
        crumbs={[
          {
            label: t("title"),
            href: { pathname: "/area/programmes/[slug]/announcements", params: { slug } },
          },
          { label: announcement.title },
        ]}
        actions={
          mayAnnounce && state !== "WITHDRAWN" ? (
            <>
              <ButtonLink
                variant="outline"
                href={{ pathname: "/area/programmes/[slug]/announcements/[id]/edit", params: place }}
              >
                {t("change")}
              </ButtonLink>
              <ButtonLink
                variant="plain"
                href={{ pathname: "/area/programmes/[slug]/announcements/[id]/withdraw", params: place }}
              >
                {t("withdraw.title")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <AnnouncementView announcement={announcement} acknowledge={acknowledgeAnnouncementAction} />
      {readers ? (
        <AnnouncementReaders bodies={readers} asksToAcknowledge={announcement.mustAcknowledge} />
      ) : null}
    </div>
  );
}
