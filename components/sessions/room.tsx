import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, ButtonNotYet } from "@/components/ui/button";
import { Video } from "@/components/ui/icons";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { session: { hasRoom: boolean; roomUrl: string | null; roomOpensAt: Date | null } };

/** The way into the webconference: open from a quarter of an hour before, with the moment said until then. */
export function Room({ session }: Props) {
  const t = useTranslations("sessions.view");
  const locale = useLocale() as Locale;
  if (!session.hasRoom || !session.roomOpensAt) return null;
  if (!session.roomUrl) {
    return (
      <ButtonNotYet
        icon={<Video />}
        note={t("joinOpens", { when: formatInstant(session.roomOpensAt, locale) })}
      >
        {t("join")}
      </ButtonNotYet>
    );
  }
  return (
    <div>
      <ButtonLink href={{ url: session.roomUrl }} icon={<Video />} wide rel="noopener noreferrer">
        {t("join")}
      </ButtonLink>
      <p className="mt-1.5 text-meta text-muted">{t("joinOpenNow")}</p>
    </div>
  );
}
