import { z } from "zod";
import type { Assignment } from "@/lib/platform/actor";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ roles: z.array(z.string().regex(/^[A-Z_]+$/)) });

/** The rules that say which roles ask for a second factor; roles that come later join by a new version. */
export const secondFactorRules: RuleKind<z.output<typeof schema>> = { kind: "people.secondFactor", schema };

// Where no version is in force the strict answer holds: forgetting a rule must not open the administration.
const strict: readonly string[] = ["ADMINISTRATOR", "PRIVACY_OFFICER"];

/** Whether one of the roles asks for a second factor by the rules of the day. */
export function asksForSecondFactor(
  assignments: readonly Pick<Assignment, "role">[],
  content: unknown,
): boolean {
  const rules = schema.safeParse(content);
  const roles = rules.success ? rules.data.roles : strict;
  return assignments.some(({ role }) => roles.includes(role));
}
