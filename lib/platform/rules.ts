import "server-only";
import type { z } from "zod";
import { db } from "@/lib/platform/db";
import { dateOnly, fromDateOnly, romeDay } from "@/lib/platform/rome-time";

/** A kind of rules and what its content must be. */
export type RuleKind<Content> = { kind: string; schema: z.ZodType<Content> };

export type RuleSetInForce<Content> = {
  id: string;
  version: number;
  /** "YYYY-MM-DD" */
  validFrom: string;
  /** the first day on which it no longer holds */
  validTo: string | null;
  source: string;
  content: Content;
};

/**
 * The rules of a kind that hold at a moment, on Rome's day; null where nobody has set any. The database refuses two
 * that hold on one day. Rules are no secret: who may act by them is for the caller to decide.
 */
export async function findRuleSet<Content>(
  { kind, schema }: RuleKind<Content>,
  scope: string,
  at: Date,
): Promise<RuleSetInForce<Content> | null> {
  const today = fromDateOnly(romeDay(at));
  const row = await db.ruleSet.findFirst({
    where: {
      kind,
      scope,
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { id: true, version: true, validFrom: true, validTo: true, source: true, content: true },
  });
  return (
    row && {
      ...row,
      validFrom: dateOnly(row.validFrom),
      validTo: row.validTo && dateOnly(row.validTo),
      content: schema.parse(row.content),
    }
  );
}

/** Rules that hold for the whole portal, not for one organisation. */
export const portalScope = "portal";
