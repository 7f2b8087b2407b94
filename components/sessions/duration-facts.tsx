import { useTranslations } from "next-intl";
import { lengthInMinutes } from "@/lib/sessions/schedule-checks";

type Props = {
  session: { startsAt: Date; endsAt: Date; announcedMinutes: number | null; announcedNote: string | null };
};

/** A length of time in words: "2 ore e 30 minuti". */
export function Duration({ minutes }: { minutes: number }) {
  const t = useTranslations("sessions");
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return t("duration", { hours, minutes: rest, both: hours > 0 && rest > 0 ? "yes" : "no" });
}

/** What was announced and what is scheduled, as the two facts that they are (0.59). */
export function DurationFacts({ session }: Props) {
  const t = useTranslations("sessions");
  const { announcedMinutes, announcedNote } = session;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      <span>
        {t("scheduled")}: <Duration minutes={lengthInMinutes(session.startsAt, session.endsAt)} />
      </span>
      {announcedNote || announcedMinutes ? (
        <span>
          {t("announced")}: {announcedMinutes ? <Duration minutes={announcedMinutes} /> : announcedNote}
          {announcedMinutes && announcedNote ? ` (${announcedNote})` : null}
        </span>
      ) : null}
    </span>
  );
}
