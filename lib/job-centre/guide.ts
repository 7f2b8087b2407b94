import {
  answerKeys,
  type Guide,
  type GuideAnswers,
  type GuideQuestion,
  type GuideRule,
  guideQuestions,
} from "@/lib/job-centre/schema";

/** What somebody answered: known answers, and which questions are still open. */
export type GuideReading = { given: Partial<GuideAnswers>; open: GuideQuestion[]; isAsked: boolean };

/** Reads answers from an address; one that the guide does not know counts as not given. */
export function readAnswers(guide: Guide, query: Partial<GuideAnswers>): GuideReading {
  const known = answerKeys(guide);
  const given: Partial<GuideAnswers> = {};
  for (const question of guideQuestions) {
    const answer = query[question];
    if (answer !== undefined && known[question].has(answer)) given[question] = answer;
  }
  return {
    given,
    open: guideQuestions.filter((question) => given[question] === undefined),
    isAsked: guideQuestions.some((question) => query[question] !== undefined),
  };
}

/** The first rule that fits the answers; null while one is missing. */
export function suggestDesk(guide: Guide, { given, open }: GuideReading): GuideRule | null {
  if (open.length > 0) return null;
  const fits = ({ when }: GuideRule) =>
    guideQuestions.every((question) => {
      const accepted = when[question];
      return !accepted || accepted.includes(given[question] ?? "");
    });
  return guide.rules.find(fits) ?? null;
}
