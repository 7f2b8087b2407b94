import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { RoundView } from "@/lib/sessions/minutes/queries";

const tones = {
  APPROVED_BY_ALL: "approved",
  APPROVED_BY_TERM: "approved",
  OBJECTED: "correct",
  WITHDRAWN: "neutral",
} as const;

type Props = { rounds: RoundView[]; sessionId: string };

/** Every proposal of the minutes with what each person said of it, the newest first. */
export function MinutesRounds({ rounds, sessionId }: Props) {
  const t = useTranslations("minutes.rounds");
  if (rounds.length === 0) return null;
  return (
    <section className="space-y-4">
      <SectionHead title={t("title")} size="area" />
      {rounds.map((round) => (
        <Round key={round.number} round={round} sessionId={sessionId} />
      ))}
    </section>
  );
}

function Round({ round, sessionId }: { round: RoundView; sessionId: string }) {
  const t = useTranslations("minutes.rounds");
  const locale = useLocale() as Locale;
  const at = (moment: Date) => formatInstant(moment, locale);
  return (
    <section className="space-y-3 border-hairline border-b pb-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-h4">{t("round", { number: round.number })}</h3>
        <StateChip tone={round.endedAs ? tones[round.endedAs] : "review"}>
          {round.endedAs ? t(`ended.${round.endedAs}`) : t("running")}
        </StateChip>
      </div>
      <p>
        {t("proposed", {
          who: round.proposedBy ?? "none",
          at: at(round.proposedAt),
          term: at(round.termEndsAt),
        })}
        {round.endedAt ? ` ${t("endedAt", { at: at(round.endedAt) })}` : null}
      </p>
      {round.verdicts.length > 0 ? (
        <ul className="space-y-2.5">
          {round.verdicts.map((one) => (
            <li key={one.personId}>
              <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <StateChip tone={one.verdict === "APPROVED" ? "approved" : "correct"}>
                  {t(`verdict.${one.verdict}`)}
                </StateChip>
                <b className="font-semibold">{one.name}</b>
                <time dateTime={one.givenAt.toISOString()} className="text-meta text-muted">
                  {at(one.givenAt)}
                </time>
              </span>
              {one.text ? <p className="measure mt-1 whitespace-pre-line">{one.text}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t("noVerdicts")}</p>
      )}
      {round.pdfSha256 ? <Document round={round.number} sha256={round.pdfSha256} id={sessionId} /> : null}
      <details>
        <summary className="min-h-6 cursor-pointer font-semibold">
          {t("text", { number: round.number })}
        </summary>
        <p className="measure mt-2 whitespace-pre-line border-hairline border-l-4 pl-4">{round.text}</p>
      </details>
    </section>
  );
}

/** The document of an approved round, with the hash by which a copy is known to be the same. */
export function Document({ round, sha256, id }: { round: number; sha256: string; id: string }) {
  const t = useTranslations("minutes.rounds");
  return (
    <div className="space-y-1">
      <p>
        <a href={`/api/minutes/${id}/${round}`} className="font-semibold">
          {t("pdf", { number: round })}
        </a>
      </p>
      <p className="text-meta text-muted">
        {t("hash")} <code className="break-all">{sha256}</code>
      </p>
    </div>
  );
}
