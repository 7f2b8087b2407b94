import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { enterFormId, RoomDoors } from "@/components/sessions/room-doors";
import { RoomLead } from "@/components/sessions/room-lead";
import { ButtonLink } from "@/components/ui/button";
import { CirclePlay, Video } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { env } from "@/lib/platform/env";
import { getPathname } from "@/lib/platform/i18n/navigation";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";
import {
  endMeetingAction,
  enterRoomAction,
  makeGuestLinkAction,
  revokeGuestLinkAction,
} from "@/lib/sessions/conference/actions";
import { getRoom } from "@/lib/sessions/conference/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const acts = {
  endMeeting: endMeetingAction,
  makeLink: makeGuestLinkAction,
  revokeLink: revokeGuestLinkAction,
};

const open = pageQuery(getRoom);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "conference.room" });
  const { session } = await open({ slug, id, stay: one((await searchParams).stay) });
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function RoomPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { stay, down } = await searchParams;
  const actor = await requireActor();
  const [t, words, room] = await Promise.all([
    getTranslations("conference.room"),
    getTranslations("live.page"),
    open({ slug, id, stay: one(stay) }),
  ]);
  const { lead, session } = room;
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  const guestPage = lead?.guestLink
    ? {
        pathname: "/session/guest/[token]" as const,
        params: { token: lead.guestLink.token },
      }
    : null;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        crumbs={[{ label: session.title, href: back }, { label: t("title") }]}
        actions={
          room.runsLive ? (
            <ButtonLink
              href={{ pathname: "/area/programmes/[slug]/sessions/[id]/live", params: { slug, id } }}
              variant="outline"
              size={40}
              icon={<CirclePlay />}
            >
              {words("open")}
            </ButtonLink>
          ) : null
        }
      />
      <RoomDoors
        room={room}
        now={actor.at}
        isDown={down === "1"}
        goesIn
        enter={({ isOpen, label }) =>
          isOpen ? (
            <ActionForm action={enterRoomAction} hidden={{ id: session.id }} id={enterFormId} className="">
              <SubmitButton icon={<Video />}>{label}</SubmitButton>
            </ActionForm>
          ) : null
        }
        enterFallback={(label) => (
          <ActionForm
            action={enterRoomAction}
            hidden={{ id: session.id, way: "fallback" }}
            id="fallback"
            className=""
          >
            <SubmitButton icon={<Video />} variant="outline">
              {label}
            </SubmitButton>
          </ActionForm>
        )}
      />
      {lead ? (
        <RoomLead
          lead={lead}
          room={room}
          acts={acts}
          guestAddress={guestPage && `${env().siteUrl}${getPathname({ href: guestPage, locale })}`}
        />
      ) : null}
    </div>
  );
}
