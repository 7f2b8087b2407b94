import type { DecisionHistory } from "@/lib/documents/packing/registers/queries";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";

type Person = { givenName: string; familyName: string } | null;

/** One thing that was done about a deliverable. */
export type Act = {
  at: Date;
  act: string;
  version: number | null;
  who: Person;
  inPlaceOf: Person;
  /** round and place in the chain of a review, "1.2" */
  place: string;
  text: string;
};

/** What was done about a deliverable, in the order of time. */
export function actsOf(row: DecisionHistory, { t, locale }: { t: Translate; locale: Locale }): Act[] {
  const act = (
    key: string,
    at: Date,
    who: Person,
    more: Partial<Omit<Act, "at" | "act" | "who">> = {},
  ): Act => ({
    at,
    act: t(`packing.acts.${key}`),
    who,
    version: null,
    inPlaceOf: null,
    place: "",
    text: "",
    ...more,
  });
  const acts = [
    ...row.extensions.map((one, index) =>
      act("extended", one.grantedAt, row.grantedBy[index] ?? null, {
        text: `${t("packing.until", { day: formatInstant(one.newDueAt, locale) })} ${one.reason}`,
      }),
    ),
    ...row.extensionRequests.flatMap((one) => [
      act("extensionAsked", one.askedAt, one.askedBy, {
        text: `${t("packing.until", { day: formatInstant(one.wantedDueAt, locale) })} ${one.reason}`,
      }),
      ...(one.state === "REFUSED" && one.decidedAt
        ? [act("extensionRefused", one.decidedAt, one.decidedBy, { text: one.answer })]
        : []),
    ]),
    ...row.submissions.flatMap((one) => {
      const version = one.version.number;
      const receipt = `${one.number}/${one.year}`;
      const said = [
        t("packing.receipt", { number: receipt }),
        ...(one.isLate ? [t("packing.late")] : []),
        ...(one.protocolNumber ? [protocol(one.protocolNumber, one.protocolDate)] : []),
        ...(one.pecReference ? [t("packing.pec", { reference: one.pecReference })] : []),
      ];
      return [
        act("submitted", one.submittedAt, one.submittedBy, { version, text: said.join("; ") }),
        ...(one.withdrawnAt
          ? [
              act("withdrawn", one.withdrawnAt, null, {
                version,
                text: t("packing.receipt", { number: receipt }),
              }),
            ]
          : []),
      ];
    }),
    ...row.reviews.map((one) =>
      act(one.decision, one.decidedAt, one.reviewer, {
        version: one.version.number,
        inPlaceOf: one.standsInFor,
        place: `${one.round}.${one.step}`,
        text: [
          one.comment,
          ...(one.undoneAt ? [t("packing.undone", { at: formatInstant(one.undoneAt, locale) })] : []),
        ]
          .filter(Boolean)
          .join(" "),
      }),
    ),
    ...(row.lock ? [act("locked", row.stateSince, row.lock.by)] : []),
  ];
  return acts.toSorted((one, other) => one.at.getTime() - other.at.getTime());

  function protocol(number: string, date: Date | null): string {
    return t("packing.protocol", { number, day: date ? formatDay(date, locale) : "—" });
  }
}
