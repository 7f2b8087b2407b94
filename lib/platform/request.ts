import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type Actor, type Assignment, personActor, type Seat, visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { DomainError, ForbiddenError, isUnreadable, NotFoundError } from "@/lib/platform/errors";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { restsOnWhoAsks } from "@/lib/platform/page-cache/scope";
import { consume, type RateLimitName } from "@/lib/platform/rate-limit";
import { isRecentlyProved } from "@/lib/platform/recent-proof";
import { refuseForNow } from "@/lib/platform/server/answer";
import { addressHeader, requestClient } from "@/lib/platform/server/client-address";
import { decodeSignIn, signInCookie } from "@/lib/platform/sign-in-token";

/** What a sign-in says of its person. */
export type SignInFacts = {
  personId: string;
  assignments: readonly Assignment[];
  seats: readonly Seat[];
  /** when the person last proved who they are */
  provedAt: Date | null;
  /** their roles ask for a second factor and they have none: until they set one up they are let in nowhere */
  lacksSecondFactor: boolean;
};

/** The person behind a sign-in that is still good at that moment, else null. */
export type ActorLoader = (signInId: string, at: Date) => Promise<SignInFacts | null>;

/** The people behind those of the sign-ins that are still good, by sign-in; looked at, which is no use of them. */
export type ActorWatcher = (
  signInIds: readonly string[],
  at: Date,
) => Promise<ReadonlyMap<string, SignInFacts>>;

// The platform knows no feature: `people` hands its loaders over at start (instrumentation.ts). They are kept on the
// global object because the start-up hook and the pages are separate bundles with modules of their own.
const keep = globalThis as unknown as {
  sperimentaActorLoader?: ActorLoader;
  sperimentaActorWatcher?: ActorWatcher;
};

/** Sets how a sign-in becomes a person with roles. */
export function setActorLoader(loader: ActorLoader, watcher: ActorWatcher): void {
  keep.sperimentaActorLoader = loader;
  keep.sperimentaActorWatcher = watcher;
}

/** The actors behind sign-ins whose people look on without asking for anything; those that ended are missing. */
export async function watchedActors(
  signInIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Actor>> {
  const watched = (await keep.sperimentaActorWatcher?.(signInIds, at)) ?? new Map<string, SignInFacts>();
  const letIn = [...watched].filter(([, facts]) => !facts.lacksSecondFactor);
  return new Map(letIn.map(([id, facts]) => [id, personActor(facts, at)]));
}

/** The sign-in that this request names, good or not. */
export async function currentSignIn(): Promise<string | null> {
  return decodeSignIn((await cookies()).get(signInCookie().name)?.value);
}

/** Who is behind this value of the sign-in cookie: what route handlers and pages share. */
export async function actorFromCookie(value: string | undefined): Promise<Actor> {
  const at = now();
  const facts = await factsOf(value, at);
  return facts && !facts.lacksSecondFactor ? personActor(facts, at) : visitorActor(at);
}

async function factsOf(value: string | undefined, at: Date): Promise<SignInFacts | null> {
  const signInId = await decodeSignIn(value);
  return (signInId && (await keep.sperimentaActorLoader?.(signInId, at))) || null;
}

/** The actor of this request: a signed-in person or a visitor. */
export const currentActor = cache(async (): Promise<Actor> => {
  restsOnWhoAsks("currentActor");
  return actorFromCookie((await cookies()).get(signInCookie().name)?.value);
});

/**
 * Somebody who has signed in and still has to set up the second factor that their roles ask for; null for everybody
 * else. Holds no role: good for setting it up and for nothing besides.
 */
export const enrollingActor = cache(async (): Promise<Actor | null> => {
  const at = now();
  const facts = await factsOf((await cookies()).get(signInCookie().name)?.value, at);
  return facts?.lacksSecondFactor ? personActor({ ...facts, assignments: [] }, at) : null;
});

/** The signed-in actor of a reserved page; a visitor is sent to sign in and comes back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor.isVisitor) return actor;
  const pathname = (await enrollingActor()) ? "/sign-in/second-factor" : "/sign-in";
  return goFirst(pathname);
}

/** For pages of sensitive changes: whoever has not proved of late who they are does so first, and comes back. */
export async function proofFirst(actor: Actor): Promise<void> {
  if (!isRecentlyProved(actor)) await goFirst("/area/profile/proof");
}

async function goFirst(
  pathname: "/sign-in" | "/sign-in/second-factor" | "/area/profile/proof",
): Promise<never> {
  const locale = (await getLocale()) as Locale;
  const next = withoutMarks((await headers()).get(addressHeader));
  redirect(getPathname({ href: next ? { pathname, query: { next } } : pathname, locale }));
}

/**
 * The result of a query on a page: what is not visible becomes the page "not found". What is visible but not allowed
 * reaches error.tsx.
 */
export async function onPage<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ForbiddenError || isUnreadable(error)) notFound();
    throw error;
  }
}

/**
 * A query that a page shares with its title: made once for a request, by the signed-in actor, whichever asks first. What is
 * not visible has neither.
 */
export function pageQuery<Args extends unknown[], Result>(
  query: (actor: Actor, ...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const kept = cache((_args: string): { answer?: Promise<Result> } => ({}));
  const ask = async (...args: Args) => onPage(query(await requireActor(), ...args));
  return (...args) => {
    // By their text: a page and its title each have their own copy of what the address says.
    const one = kept(JSON.stringify(args));
    one.answer ??= ask(...args);
    return one.answer;
  };
}

/**
 * Counts the present request of a page against a limit: for the person, else for the client.
 * @returns the minutes to wait when it is one too many, else null; the answer then bears the status that says so
 */
export async function countRequest(limit: RateLimitName): Promise<number | null> {
  const { personId } = await currentActor();
  try {
    await consume(limit, personId ?? requestClient(await headers()).client);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "tooManyAttempts") throw error;
    refuseForNow(error);
    return Number(error.params.minutes);
  }
}

/** For a page that exists only for those who may do what it offers; the mutation behind it checks again. */
export function pageNeeds(allowed: boolean): void {
  if (!allowed) notFound();
}

// A soft navigation asks for the same page with a mark of the framework's own.
function withoutMarks(address: string | null): string | null {
  if (!address) return null;
  const { pathname, searchParams } = new URL(address, "http://portal.invalid");
  searchParams.delete("_rsc");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
