import { useLocale, useTranslations } from "next-intl";
import { CaseDecision } from "@/components/forum/moderation/case-decision";
import { useMoment } from "@/components/forum/moment";
import { ButtonLink } from "@/components/ui/button";
import { StateChip } from "@/components/ui/state-chip";
import type { FlagCaseRow } from "@/lib/forum/flags/queries";

/** Posts that were flagged, each with why and how often. */
export function FlagCaseList({ slug, cases, at }: { slug: string; cases: FlagCaseRow[]; at: Date }) {
  const t = useTranslations("moderation");
  const locale = useLocale();
  const moment = useMoment(at);
  return (
    <ul className="max-w-[52rem] divide-y divide-hairline border-hairline border-y">
      {cases.map((one) => {
        const { number, thread, author } = one.post;
        const place = { number, title: thread.title };
        const reasons = [...new Set(one.flags.map(({ reason }) => t(`reasons.${reason}`)))];
        return (
          <li key={one.id} className="space-y-3 py-5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <h2 className="text-h4 [overflow-wrap:anywhere]">
                {author
                  ? t("case.of", { number, author: `${author.givenName} ${author.familyName}` })
                  : t("case.ofNobody", { number })}
              </h2>
              <StateChip tone={one.decidedAt ? "closed" : "open"}>
                {t("case.flags", { count: one.flags.length })}
              </StateChip>
            </div>
            <p className="text-meta text-muted [overflow-wrap:anywhere]">
              {t("case.in", { title: thread.title })}, {t("case.since", { when: moment(one.openedAt) })}
            </p>
            <blockquote
              lang={one.post.lang}
              className="border-control border-l-4 pl-4 [overflow-wrap:anywhere]"
            >
              {one.excerpt}
            </blockquote>
            <p className="font-semibold text-meta">{new Intl.ListFormat(locale).format(reasons)}</p>
            <CaseDecision decided={one} />
            <ButtonLink
              size={40}
              variant="outline"
              href={{ pathname: "/area/programmes/[slug]/moderation/[id]", params: { slug, id: one.id } }}
              aria-label={one.decidedAt ? t("case.readOf", place) : t("case.decideOf", place)}
            >
              {one.decidedAt ? t("case.read") : t("case.decide")}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
