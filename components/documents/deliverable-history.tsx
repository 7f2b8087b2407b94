import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProtocolForm } from "@/components/documents/protocol-form";
import type { FormAction } from "@/components/form/sent-form";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { Exchange } from "@/lib/documents/deliverables/conversation/queries";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  deliverable: DeliverablePage;
  extensionRequests: Exchange["extensionRequests"];
  /** for who may enter protocol numbers */
  setProtocol: FormAction | null;
};
type Entry = { id: string; at: Date; node: ReactNode };

/** Submissions, decisions and extensions of a deliverable, the latest first. */
export function DeliverableHistory({ deliverable, extensionRequests, setProtocol }: Props) {
  const t = useTranslations("documents.history");
  const chained = useTranslations("deliverables.chain");
  const requested = useTranslations("deliverables.extension");
  const protocol = useTranslations("deliverables.protocol");
  const locale = useLocale() as Locale;
  const entries: Entry[] = [...submissions(), ...reviews(), ...extensions(), ...asked()].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  );
  if (entries.length === 0) return null;
  return (
    <section id="history" className="max-w-[52rem] scroll-mt-20">
      <SectionHead size="area" title={t("title")} />
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} className="border-hairline border-b py-3">
            <p className="text-meta text-muted">{formatInstant(entry.at, locale)}</p>
            {entry.node}
          </li>
        ))}
      </ol>
    </section>
  );

  function name(person: { givenName: string; familyName: string } | null): string {
    return person ? `${person.givenName} ${person.familyName}` : t("nobody");
  }

  function submissions(): Entry[] {
    return deliverable.submissions.map((one) => ({
      id: one.id,
      at: one.submittedAt,
      node: (
        <>
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span>
              {t("submitted", {
                person: name(one.submittedBy),
                version: one.version.number,
                number: one.number,
                year: one.year,
              })}
            </span>
            {one.isLate ? <StateChip tone="late">{t("late")}</StateChip> : null}
            {one.withdrawnAt ? (
              <StateChip tone="neutral">
                {t("withdrawn", { day: formatDay(one.withdrawnAt, locale) })}
              </StateChip>
            ) : null}
            {one.receiptSha256 ? (
              <a href={`/api/receipts/${one.id}`}>{t("receipt")}</a>
            ) : (
              <span className="text-muted">{t("receiptComing")}</span>
            )}
          </div>
          <p className="text-meta empty:hidden">{registered(one)}</p>
          {setProtocol ? <ProtocolForm submission={one} action={setProtocol} /> : null}
        </>
      ),
    }));
  }

  function registered(one: DeliverablePage["submissions"][number]): string {
    const day = one.protocolDate ? formatDay(one.protocolDate, locale) : "";
    return [
      one.protocolNumber ? protocol("line", { number: one.protocolNumber, day }) : "",
      one.pecReference ? protocol("pecLine", { reference: one.pecReference }) : "",
    ]
      .filter(Boolean)
      .join("; ");
  }

  function reviews(): Entry[] {
    return deliverable.reviews.map((one) => ({
      id: one.id,
      at: one.decidedAt,
      node: (
        <div className="space-y-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <StateChip tone={one.decision === "APPROVED" ? "approved" : "correct"}>
              {t(`decisions.${one.decision}`)}
            </StateChip>
            <span>
              {t("decided", { person: name(one.reviewer), version: one.version.number })}
              {one.standsInFor ? ` ${chained("inPlaceOf", { who: name(one.standsInFor) })}` : ""}
            </span>
            {one.undoneAt ? (
              <StateChip tone="neutral">{t("undone", { day: formatDay(one.undoneAt, locale) })}</StateChip>
            ) : null}
          </p>
          {one.comment ? <p className="measure whitespace-pre-line">{one.comment}</p> : null}
        </div>
      ),
    }));
  }

  function asked(): Entry[] {
    return extensionRequests.map((one) => ({
      id: one.id,
      at: one.askedAt,
      node: (
        <div className="space-y-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span>
              {requested("history", { who: name(one.askedBy), day: formatDay(one.wantedDueAt, locale) })}
            </span>
            <StateChip tone={one.state === "GRANTED" ? "extension" : "neutral"}>
              {requested(`states.${one.state}`)}
            </StateChip>
          </p>
          <p className="measure whitespace-pre-line">{one.reason}</p>
          {one.answer ? (
            <p className="measure whitespace-pre-line text-muted">
              {requested("said", { answer: one.answer })}
            </p>
          ) : null}
        </div>
      ),
    }));
  }

  function extensions(): Entry[] {
    return deliverable.extensions.map((one) => ({
      id: one.id,
      at: one.grantedAt,
      node: (
        <div className="space-y-1">
          <StateChip tone="extension">{t("extended", { day: formatDay(one.newDueAt, locale) })}</StateChip>
          <p className="measure whitespace-pre-line">{one.reason}</p>
        </div>
      ),
    }));
  }
}
