import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { findRuleSet, portalScope, type RuleSetInForce } from "@/lib/platform/rules";
import { profileRules, type SmartWorkingProfiles } from "@/lib/smart-working/schema";

/** The remote-work profiles in the version of the actor's day; null where none are loaded. Open to everybody. */
export async function findProfiles(actor: Actor): Promise<RuleSetInForce<SmartWorkingProfiles> | null> {
  return findRuleSet(profileRules, portalScope, actor.at);
}
