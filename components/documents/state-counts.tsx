import { useTranslations } from "next-intl";
import { DeliverableChip } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import { StateChip } from "@/components/ui/state-chip";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";

const order: DeliverableState[] = [
  "TO_DO",
  "SUBMITTED",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "APPROVED",
  "LOCKED",
];
const look =
  "flex min-h-9 items-center gap-2 rounded border border-hairline px-2 text-ink no-underline hover:border-control";

type Props = { slug: string; counts: Map<DeliverableState, number>; late: number; mine: number };

/** How many deliverables are in each state; each count is a link that filters. */
export function StateCounts({ slug, counts, late, mine }: Props) {
  const t = useTranslations("documents.matrix");
  const texts = useTranslations("deliverables.matrix");
  const here = { pathname: "/area/programmes/[slug]/deliverables", params: { slug } } as const;
  return (
    <ul aria-label={t("counts")} className="flex flex-wrap gap-2.5">
      {order.map((state) => (
        <li key={state}>
          <AppLink href={{ ...here, query: { state } }} className={look}>
            <span className="font-semibold text-lg tabular-nums">{counts.get(state) ?? 0}</span>
            <DeliverableChip state={state} />
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink href={{ ...here, query: { late: "on" } }} className={look}>
          <span className="font-semibold text-lg tabular-nums">{late}</span>
          <StateChip tone="late">{t("lateCount")}</StateChip>
        </AppLink>
      </li>
      {mine > 0 ? (
        <li>
          <AppLink href={{ ...here, query: { mine: "on" } }} className={look}>
            <span className="font-semibold text-lg tabular-nums">{mine}</span>
            <span className="text-meta">{texts("mine")}</span>
          </AppLink>
        </li>
      ) : null}
    </ul>
  );
}
