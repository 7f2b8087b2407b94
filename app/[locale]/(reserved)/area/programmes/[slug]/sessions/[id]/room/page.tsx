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
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import {
  endMeetingAction,
  enterRoomAction,
  makeGuestLinkAction,
  revokeGuestLinkAction,
} from "@/lib/sessions/conference/actions";
import { getRoom } from "@/lib/sessions/conference/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const acts = {
  endMeeting: endMeetingAction,
  makeLink: makeGuestLinkAction,
  revokeLink: revokeGuestLinkAction,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "conference.room" });
  return { title: t("title") };
}

export default async function RoomPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { stay, down } = await searchParams;
  const actor = await requireActor();
  const [t, words, room] = await Promise.all([
    getTranslations("conference.room"),
    getTranslations("live.page"),
    onPage(getRoom(actor, { slug, id, stay: typeof stay === "string" ? stay : undefined })),
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
