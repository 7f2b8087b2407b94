import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type BodyNow, countsOf, type PersonNow } from "@/lib/sessions/live/people/here";

type Props = {
  bodies: BodyNow[];
  sessionId: string;
  hasRoom: boolean;
  /** the act of ticking, for who takes the attendance while the session runs */
  tick: FormAction | null;
};

const tones = {
  here: "approved",
  left: "closed",
  expected: "todo",
  declined: "neutral",
  absent: "cancelled",
} as const satisfies Record<PersonNow["presence"], StateTone>;

/** Who is at the session now, by body, and who is still expected; whoever takes the attendance ticks those who came. */
export function WhoIsHere({ bodies, sessionId, hasRoom, tick }: Props) {
  const t = useTranslations("live.people");
  const { here, all } = countsOf(bodies);
  return (
    <section id="here" className="scroll-mt-24 space-y-5">
      <SectionHead title={t("title")} size="area" note={all > 0 ? t("count", { here, all }) : null} />
      {all === 0 ? <p className="text-muted">{t("none")}</p> : null}
      {tick && all > 0 ? (
        <p className="no-print text-meta text-muted">{t(hasRoom ? "roomNote" : "handNote")}</p>
      ) : null}
      {bodies.map((body) => (
        <section key={`${body.kind} ${body.body}`}>
          <h3 className="flex items-baseline justify-between gap-4 border-control border-b pb-1 font-semibold">
            <span className="min-w-0">{body.kind === "body" ? body.body : t(body.kind)}</span>
            <span className="shrink-0 font-normal text-meta text-muted tabular-nums">
              {t("count", { here: body.here, all: body.people.length })}
            </span>
          </h3>
          <ul>
            {body.people.map((person) => (
              <Person key={person.key} person={person} sessionId={sessionId} tick={tick} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

type PersonProps = { person: PersonNow } & Pick<Props, "sessionId" | "tick">;

function Person({ person, sessionId, tick }: PersonProps) {
  const t = useTranslations("live.people");
  const locale = useLocale() as Locale;
  const { personId, presence, isTicked, since } = person;
  const room = since && presence === "here" ? t("since", { time: formatTime(since, locale) }) : null;
  const said = isTicked ? t("ticked") : t(`presence.${presence}`);
  return (
    <li className="flex items-center justify-between gap-3 border-hairline border-b py-2">
      <div className="min-w-0">
        <p className="break-words">{person.name}</p>
        <StateChip tone={tones[presence]} look="inline">
          {room ?? said}
        </StateChip>
        {person.representedBy ? (
          <span className="block text-meta text-muted">
            {t("represented", { name: person.representedBy })}
          </span>
        ) : null}
      </div>
      {tick && personId && (isTicked || presence !== "here") ? (
        <ActionForm
          action={tick}
          id={`tick-${personId}`}
          hidden={{ id: sessionId, person: personId, here: isTicked ? "no" : "yes" }}
          className="no-print shrink-0"
        >
          <SubmitButton size={32} variant={isTicked ? "plain" : "outline"}>
            <span aria-hidden="true">{isTicked ? t("untick") : t("tick")}</span>
            <span className="sr-only">{t(isTicked ? "untickOf" : "tickOf", { name: person.name })}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}
