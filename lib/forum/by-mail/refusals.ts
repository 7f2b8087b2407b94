import type { z } from "zod";
import { DomainError, ForbiddenError, NotFoundError, passingRefusal } from "@/lib/platform/errors";

/** What a person is told when an answer by mail was not published; the rest is no fault of theirs. */
export const refusals = [
  "notAllowed",
  "expired",
  "empty",
  "tooLong",
  "threadLocked",
  "threadHidden",
  "threadMerged",
  "tooSoon",
  "chooseBody",
  "tooManyMentions",
  "files",
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * Why a text was not published, as its author is told.
 * @returns null for what passes by itself, and for a fault of ours: the mail is to be handed on again
 */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof ForbiddenError || error instanceof NotFoundError) return "notAllowed";
  if (!(error instanceof DomainError) || passingRefusal(error)) return null;
  return refusalOfCode(error.code);
}

/** The same of what the form would have refused. */
export function refusalOfForm({ issues }: z.ZodError): Refusal {
  return (issues[0] && refusalOfCode(issues[0].message)) ?? "notAllowed";
}

function refusalOfCode(code: string): Refusal | null {
  return refusals.find((one) => code === `forum.${one}`) ?? null;
}
