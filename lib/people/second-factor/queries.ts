import "server-only";
import { create } from "qrcode";
import { ownPerson } from "@/lib/people/policy";
import { mayEnrol } from "@/lib/people/second-factor/policy";
import { asksForSecondFactor, secondFactorRules } from "@/lib/people/second-factor/requirement";
import { candidateLife, totpAddress, totpPurpose } from "@/lib/people/second-factor/totp";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { found } from "@/lib/platform/errors";
import { isRecentlyProved } from "@/lib/platform/recent-proof";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { open } from "@/lib/platform/secret-box";

/** A secret being set up: as text for typing and as the drawing that an app reads. */
export type Setup = { secret: string; qr: { size: number; path: string } };

/** One's own second factor: since when, how many recovery codes are left, whether one's roles ask for it. */
export async function getSecondFactor(actor: Actor) {
  const personId = ownPerson(actor);
  const [person, factor, codesLeft, required] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: { isDemo: true } }),
    db.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true } }),
    db.recoveryCode.count({ where: { personId, usedAt: null } }),
    isRequired(actor),
  ]);
  const { isDemo } = found(person, "person");
  return {
    since: factor?.confirmedAt ?? null,
    codesLeft,
    required,
    isDemo,
    mayEnrol: mayEnrol({ isDemo }, env().demoSignIn),
  };
}

export type SecondFactorView = Awaited<ReturnType<typeof getSecondFactor>>;

/** Whether the actor's roles ask for a second factor by the rules of the day; never of a demonstration account. */
export async function isRequired(actor: Actor): Promise<boolean> {
  const [rules, person] = await Promise.all([
    findRuleSet(secondFactorRules, portalScope, actor.at),
    db.person.findUnique({ where: { id: ownPerson(actor) }, select: { isDemo: true } }),
  ]);
  return !person?.isDemo && asksForSecondFactor(actor.assignments, rules?.content);
}

/** The secret that one is setting up, for as long as it can be confirmed; shown only after a recent proof. */
export async function findSetup(actor: Actor): Promise<Setup | null> {
  const personId = ownPerson(actor);
  if (!isRecentlyProved(actor)) return null;
  const row = await db.secondFactor.findFirst({
    where: { personId, candidateAt: { gt: new Date(actor.at.getTime() - candidateLife) } },
    select: { candidate: true, person: { select: { email: true } } },
  });
  const secret = row?.candidate && open(row.candidate, totpPurpose(personId));
  if (!row || !secret) return null;
  return {
    secret: secret.replace(/(.{4})(?=.)/g, "$1 "),
    qr: drawing(totpAddress(secret, row.person.email)),
  };
}

// One path of squares: a drawing of hundreds of elements would weigh as much as the page.
function drawing(text: string): Setup["qr"] {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const squares = Array.from(data, (dark, index) =>
    dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : "",
  );
  return { size, path: squares.join("") };
}
