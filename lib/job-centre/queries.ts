import "server-only";
import { type Guide, guideRules } from "@/lib/job-centre/schema";
import type { Actor } from "@/lib/platform/actor";
import { findRuleSet, portalScope, type RuleSetInForce } from "@/lib/platform/rules";

/** The guide to the right desk in the version of the actor's day; null where none is loaded. Open to everybody. */
export async function findGuide(actor: Actor): Promise<RuleSetInForce<Guide> | null> {
  return findRuleSet(guideRules, portalScope, actor.at);
}
