import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** Who reviews in which order, and how far it has come; nothing where any reviewer may. */
export function ReviewChain({ deliverable }: { deliverable: DeliverablePage }) {
  const t = useTranslations("deliverables.chain");
  const locale = useLocale() as Locale;
  const { chain, chainPeople, step, state, round } = deliverable;
  if (chain.length === 0) return null;
  const runs = state === "IN_REVIEW";
  const given = deliverable.reviews.filter(
    (one) => one.round === round && one.decision === "APPROVED" && one.undoneAt === null,
  );
  return (
    <section className="max-w-[52rem]">
      <SectionHead
        size="area"
        title={t("title")}
        note={runs ? t("at", { step, of: chain.length }) : t("people", { count: chain.length })}
      />
      <ol>
        {chainPeople.map((person, index) => {
          const approval = step > index + 1 ? given.find((one) => one.step === index + 1) : undefined;
          const isNext = runs && step === index + 1;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a place of the chain is its number
              key={index}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-hairline border-b py-2.5"
              aria-current={isNext ? "step" : undefined}
            >
              <span className="w-6 text-muted tabular-nums">{index + 1}.</span>
              <span className={isNext ? "font-semibold" : ""}>
                {person ? `${person.givenName} ${person.familyName}` : t("gone")}
              </span>
              {approval ? (
                <>
                  <StateChip tone="approved">{t("approved")}</StateChip>
                  <span className="text-meta text-muted">{formatInstant(approval.decidedAt, locale)}</span>
                </>
              ) : null}
              {isNext ? <StateChip tone="review">{t("turn")}</StateChip> : null}
              {!approval && !isNext && runs ? <span className="text-muted">{t("later")}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
