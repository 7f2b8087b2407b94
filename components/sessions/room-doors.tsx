import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoveOn } from "@/components/sessions/move-on";
import { WaitingDoor } from "@/components/sessions/waiting-door";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Video } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { formatInstant, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Fallback, RoomView } from "@/lib/sessions/conference/queries";

/** The form that goes in bears this prefix, so that whoever waits is let in by it. */
export const enterFormId = "enter";

type Props = {
  room: RoomView;
  now: Date;
  isDown: boolean;
  /** the form that goes in, or what has to be said first */
  enter: (door: { isOpen: boolean; label: string }) => ReactNode;
  /** the form that goes on by the fallback link, for whom it is known who comes */
  enterFallback: (label: string) => ReactNode;
  /** whether the page lets in by itself at the opening; else there is something to type, which must not be lost */
  goesIn: boolean;
};

/** What stands before the room: waiting, open doors, on the way in, the end, and a service that is away. */
export function RoomDoors({ room, now, isDown, enter, enterFallback, goesIn }: Props) {
  const t = useTranslations("conference.room");
  const doors = useTranslations("conference.door");
  const locale = useLocale() as Locale;
  const { door, session } = room;
  const isOpen = door.state === "open";
  if (room.address) return <GoingIn address={room.address} />;
  return (
    <div className="max-w-[44rem] space-y-6">
      {room.isRecorded && door.state !== "over" ? (
        <Notice tone="warning" title={t("recordedTitle")}>
          {t("recordedText")}
        </Notice>
      ) : null}
      {isDown && isOpen ? <Down fallback={room.fallback} enter={enterFallback} /> : null}
      {door.state === "over" ? (
        <Notice title={t("overTitle")}>
          {t("overText", { when: formatInstant(session.endsAt, locale) })}
        </Notice>
      ) : null}
      {door.state === "early" ? (
        <Notice title={t("earlyTitle", { when: formatInstant(door.opensAt, locale) })}>
          {t(goesIn ? "earlyText" : "earlyName")}
        </Notice>
      ) : null}
      {isOpen && !isDown ? (
        <Notice tone="success" title={t("openTitle")} live>
          {t("openText", { end: formatTime(session.endsAt, locale) })}
        </Notice>
      ) : null}
      {door.state === "over" ? null : enter({ isOpen, label: isDown ? t("retry") : doors("enter") })}
      {door.state === "over" ? null : (
        <WaitingDoor
          isOpen={isOpen}
          opensIn={Math.max(0, door.opensAt.getTime() - now.getTime())}
          formId={`${enterFormId}-form`}
        />
      )}
      {door.state === "early" && goesIn ? (
        <noscript>
          <meta httpEquiv="refresh" content="30" />
        </noscript>
      ) : null}
    </div>
  );
}

function GoingIn({ address }: { address: string }) {
  const t = useTranslations("conference.room");
  return (
    <div className="max-w-[44rem] space-y-6">
      <Notice title={t("goingTitle")} live>
        {t("goingText")}
      </Notice>
      <ButtonLink href={{ url: address }} icon={<Video />} rel="noopener noreferrer">
        {t("go")}
      </ButtonLink>
      <MoveOn href={address} />
    </div>
  );
}

function Down({ fallback, enter }: { fallback: Fallback; enter: Props["enterFallback"] }) {
  const t = useTranslations("conference.room");
  const { url, phone, place } = fallback;
  const hasWay = Boolean(url ?? phone ?? place);
  return (
    <div className="space-y-4">
      <Notice tone="error" title={t("downTitle")} live>
        {t(hasWay ? "downText" : "downTextNothing")}
      </Notice>
      {hasWay ? (
        <DefinitionList
          look="rows"
          items={[
            {
              key: "link",
              term: t("fallbackLink"),
              value: url ? (
                <div className="space-y-2">
                  <p className="break-all">{url}</p>
                  {enter(t("fallbackGo"))}
                </div>
              ) : null,
            },
            { key: "phone", term: t("fallbackPhone"), value: phone },
            { key: "place", term: t("fallbackPlace"), value: place },
          ]}
        />
      ) : null}
    </div>
  );
}
