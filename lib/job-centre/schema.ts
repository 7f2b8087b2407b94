import { z } from "zod";
import { bilingualSchema } from "@/lib/platform/i18n/bilingual";

const key = z.string().regex(/^[a-z][a-z-]*$/);
const optionSchema = z.object({ key, name: bilingualSchema });

/** The three questions, in the order in which they are asked. */
export const guideQuestions = ["who", "need", "charge"] as const;
export type GuideQuestion = (typeof guideQuestions)[number];

const ruleSchema = z.object({
  /** keys of the answers for which the rule holds; none = whatever the answer */
  when: z.object({ who: z.array(key), need: z.array(key), charge: z.array(key) }).partial(),
  desk: z.object({
    area: z.string().min(1),
    service: z.string().min(1),
    /** the desk only names or refers to a service outside the centre */
    isExternal: z.boolean(),
  }),
  reason: bilingualSchema,
  /** the source says it; otherwise it is a reading of the portal */
  isFromSource: z.boolean(),
  rows: z.array(z.string()),
});

/** Content of the rule set `job-centre.guide`: questions with their answers, and rules of which the first that fits wins. */
export const guideSchema = z
  .object({
    questions: z.object({
      who: z.object({ label: bilingualSchema, options: z.array(optionSchema).min(1) }),
      need: z.object({
        label: bilingualSchema,
        groups: z.array(z.object({ name: bilingualSchema, options: z.array(optionSchema).min(1) })).min(1),
      }),
      charge: z.object({ label: bilingualSchema, options: z.array(optionSchema).min(1) }),
    }),
    rules: z.array(ruleSchema).min(1),
  })
  .refine((guide) => Object.keys(guide.rules.at(-1)?.when ?? { none: true }).length === 0, {
    error: "job-centre.lastRuleMustFitAll",
  })
  .refine(
    (guide) => {
      const known = answerKeys(guide);
      return guide.rules.every(({ when }) =>
        guideQuestions.every((question) => (when[question] ?? []).every((one) => known[question].has(one))),
      );
    },
    { error: "job-centre.unknownAnswer" },
  );

export type Guide = z.infer<typeof guideSchema>;
export type GuideRule = Guide["rules"][number];
export type GuideAnswers = Record<GuideQuestion, string>;

export const guideRules = { kind: "job-centre.guide", schema: guideSchema };

/** The answers that a question accepts. */
export function answerKeys({ questions }: Pick<Guide, "questions">): Record<GuideQuestion, Set<string>> {
  const keys = (options: { key: string }[]) => new Set(options.map((option) => option.key));
  return {
    who: keys(questions.who.options),
    need: keys(questions.need.groups.flatMap((group) => group.options)),
    charge: keys(questions.charge.options),
  };
}

const text = z.string().max(80).optional().catch(undefined);

/** The address of the page: the chosen area and the answers to the guide. What cannot be read was not given. */
export const jobServicesSchema = z.object({ area: text, who: text, need: text, charge: text });
