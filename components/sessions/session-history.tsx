import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SessionPart } from "@/lib/sessions/changes";
import type { MemberSessionView } from "@/lib/sessions/view/queries";

const verbs = [
  "scheduled",
  "changed",
  "convened",
  "cancelled",
  "invitationsEnded",
  "placeGiven",
  "substituteNamed",
  "substituteTakenBack",
  "deputyNamed",
  "deputyTakenBack",
  "attendanceRecorded",
  "minutesBegun",
  "minutesWritten",
  "minutesPointAdded",
  "minutesProposed",
  "minutesAgreed",
  "minutesObjected",
  "minutesApproved",
  "decisionRequested",
  "taskCompleted",
  "taskResumed",
  "closed",
  "pastRecorded",
  "reopened",
  "minutesPublished",
  "guestLinkMade",
  "guestLinkRevoked",
  "meetingEnded",
  "recordingFound",
  "recordingAdded",
  "recordingPublished",
  "recordingUnpublished",
  "recordingRetained",
  "recordingRemovalBegun",
  "recordingRemoved",
  "attendeeAdded",
  "certificatesIssued",
  "protocolSet",
  "pointProposed",
  "pointsDrawnIn",
  "proposalTaken",
  "proposalDeclined",
  "proposalWithdrawn",
  "seriesMade",
  "interestAsked",
  "interestConfirmed",
  "interestWithdrawn",
] as const;

/** Who did what with a session, and when; newest first. */
export function SessionHistory({ history }: { history: MemberSessionView["history"] }) {
  const t = useTranslations("sessions");
  const locale = useLocale() as Locale;
  return (
    <section className="space-y-1">
      <SectionHead title={t("history.title")} size="area" />
      <ol>
        {history.map((event) => {
          const verb = verbs.find((one) => event.kind === `sessions.${one}`);
          return (
            <li
              key={event.id}
              className="flex flex-wrap justify-between gap-x-6 border-hairline border-b py-2.5"
            >
              <span>
                <b className="font-semibold">{event.who ?? t("history.system")}</b>{" "}
                {verb ? t(`events.${verb}`) : null}
                <Changed parts={event.data.changed} />
              </span>
              <time dateTime={event.at.toISOString()} className="text-meta text-muted">
                {formatInstant(event.at, locale)}
              </time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Changed({ parts }: { parts: unknown }) {
  const t = useTranslations("sessions.history");
  if (!Array.isArray(parts) || parts.length === 0) return null;
  const names = (parts as SessionPart[]).map((part) => t(`part.${part}`)).join(", ");
  return <span className="block text-meta text-muted">{t("changed", { parts: names })}</span>;
}
