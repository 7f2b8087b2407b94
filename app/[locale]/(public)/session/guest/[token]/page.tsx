import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { GuestEntry, GuestName } from "@/components/sessions/guest-entry";
import { RoomDoors } from "@/components/sessions/room-doors";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";
import { announceGuestAction, enterAsGuestAction } from "@/lib/sessions/conference/actions";
import { findGuestRoom } from "@/lib/sessions/conference/queries";

type Props = {
  params: Promise<{ locale: Locale; token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// As on the page of an invitation: "no-referrer" would blank the Origin of the form, which is then taken for a foreign one.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "conference.guest" });
  return {
    title: t("title"),
    description: t("description"),
    robots: { index: false },
    referrer: "same-origin",
  };
}

export default async function GuestPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const { guest, stay, down } = await searchParams;
  const t = await getTranslations("conference.guest");
  const actor = visitorActor(now());
  const named = typeof guest === "string" ? guest : undefined;
  const room = await findGuestRoom(actor, {
    token,
    guest: named,
    stay: typeof stay === "string" ? stay : undefined,
  });
  if (room?.state !== "known") {
    const wait = room ? null : await countRequest("secret-link");
    const state = room?.state ?? "unknown";
    return (
      <Band>
        <div className="space-y-8">
          <PageHead title={t("title")} />
          {wait ? <WaitNotice minutes={wait} /> : null}
          <Notice tone="warning" title={t(state)}>
            {t(`${state}Next`)}
          </Notice>
        </div>
      </Band>
    );
  }
  const { session, name, programme } = room;
  const asksName = name === null || named === undefined;
  return (
    <Band>
      <div className="space-y-8">
        <PageHead
          title={session.title}
          lead={asksName && room.door.state !== "over" ? t("lead") : undefined}
        />
        <div className="measure">
          <DefinitionList
            look="rows"
            items={[
              { term: t("programme"), value: programme },
              { term: t("when"), value: formatRange(session.startsAt, session.endsAt, locale) },
            ]}
          />
        </div>
        {name ? <p>{t("known", { name })}</p> : null}
        <RoomDoors
          room={room}
          now={actor.at}
          isDown={down === "1"}
          goesIn={!asksName}
          enter={({ isOpen, label }) => {
            if (asksName) return <GuestName action={announceGuestAction} token={token} />;
            return isOpen ? (
              <GuestEntry action={enterAsGuestAction} token={token} guest={named} label={label} />
            ) : null;
          }}
          enterFallback={(label) =>
            asksName ? null : (
              <GuestEntry
                action={enterAsGuestAction}
                token={token}
                guest={named}
                label={label}
                way="fallback"
              />
            )
          }
        />
      </div>
    </Band>
  );
}
