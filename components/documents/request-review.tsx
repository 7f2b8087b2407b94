import { useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";

type Props = {
  request: {
    releaseByReferent: boolean;
    reviewers: { personId: string | null; person: { givenName: string; familyName: string } | null }[];
  };
};

/** Who sends an answer to a request and who reviews it, in order. */
export function RequestReview({ request: { releaseByReferent, reviewers } }: Props) {
  const t = useTranslations("documents.request");
  return (
    <section className="max-w-[52rem] space-y-2">
      <SectionHead size="area" title={t("reviewers")} />
      {releaseByReferent ? <p className="measure">{t("releaseByReferentHint")}</p> : null}
      {reviewers.length === 0 ? (
        <p className="measure">{t("anyReviewer")}</p>
      ) : (
        <ol className="list-decimal pl-6">
          {reviewers.map(({ personId, person }, place) => (
            <li key={personId ?? place}>
              {person ? `${person.givenName} ${person.familyName}` : t("reviewerGone")}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
