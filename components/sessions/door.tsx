import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink, type Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Video } from "@/components/ui/icons";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { MemberSessionView, SessionView } from "@/lib/sessions/view/queries";

type Props = { session: MemberSessionView; enter: FormAction };

/** The way into the webconference from the reserved page: the waiting room first, the button once the doors are open. */
export function Door({ session, enter }: Props) {
  const t = useTranslations("conference.door");
  const { door, may, programme, id } = session;
  if (!door) return null;
  const room = {
    pathname: "/area/programmes/[slug]/sessions/[id]/room",
    params: { slug: programme.slug, id },
  } as const;
  return (
    <div className="space-y-2">
      {door.state === "open" ? (
        <ActionForm action={enter} hidden={{ id }} id="enter" className="space-y-1.5">
          <SubmitButton icon={<Video />} wide>
            {t("enter")}
          </SubmitButton>
          <p className="text-meta text-muted">{t("openNow")}</p>
        </ActionForm>
      ) : null}
      {door.state === "early" ? <WayToWait href={room} opensAt={door.opensAt} /> : null}
      {may.manage ? (
        <p>
          <AppLink href={room}>{t("lead")}</AppLink>
        </p>
      ) : null}
    </div>
  );
}

/** The same for everybody, where the session is open to all: the page behind it knows the hour, this one does not. */
export function PublicDoor({ session }: { session: SessionView }) {
  const { door, audience, id } = session;
  const t = useTranslations("conference.door");
  if (audience !== "PUBLIC" || !door || door.state === "over") return null;
  const href = { pathname: "/session/guest/[token]", params: { token: id } } as const;
  return <WayToWait href={href} opensAt={door.opensAt} label={t("enter")} />;
}

function WayToWait({ href, opensAt, label }: { href: Href; opensAt: Date; label?: string }) {
  const t = useTranslations("conference.door");
  const locale = useLocale() as Locale;
  return (
    <div className="space-y-1.5">
      <ButtonLink href={href} icon={<Video />} variant="outline" wide>
        {label ?? t("early")}
      </ButtonLink>
      <p className="text-meta text-muted">{t("opens", { when: formatInstant(opensAt, locale) })}</p>
    </div>
  );
}
