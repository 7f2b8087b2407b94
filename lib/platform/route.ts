import "server-only";
import { z } from "zod";
import { type AudienceRole, admitsVisitors, declareEntry } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import {
  DomainError,
  ForbiddenError,
  isUnreadable,
  NotFoundError,
  passingRefusal,
} from "@/lib/platform/errors";
import { domainMessage } from "@/lib/platform/i18n/error-messages";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { assertSameOrigin } from "@/lib/platform/origin";
import { currentActor } from "@/lib/platform/request";

export type RouteMeta = {
  /** "feature.verb", unique: the access map lists it */
  name: string;
  audience: readonly AudienceRole[];
  /** called by a program that shows a secret of its own, and not by pages: it need not say where it comes from */
  byMachines?: boolean;
};

type Params = Record<string, string | string[]>;
type Context<P extends Params> = { params: Promise<P> };

/** What a handler is given beside the request. */
export type RouteCall<P extends Params> = {
  params: P;
  /** who asks; entries for anyone that never ask give everybody the same answer */
  actor: () => Promise<Actor>;
};

/**
 * The one way to answer a request that is neither a page nor a form: refuses a visitor who is not meant, a write that
 * comes from elsewhere, and turns expected refusals into statuses without text. The handler checks the object.
 */
export function route<P extends Params = Record<never, string>>(
  meta: RouteMeta,
  answer: (request: Request, call: RouteCall<P>) => Promise<Response>,
): (request: Request, context: Context<P>) => Promise<Response> {
  const { name, audience } = meta;
  return declareEntry({ kind: "route", name, audience }, async (request: Request, { params }: Context<P>) => {
    let known: Promise<Actor> | undefined;
    const actor = () => {
      known ??= currentActor();
      return known;
    };
    try {
      if (!isRead(request) && !meta.byMachines) assertSameOrigin(request);
      if (!admitsVisitors(meta) && (await actor()).isVisitor) return refusal(401);
      return await answer(request, { params: await params, actor });
    } catch (error) {
      const known = await refusalOf(error, request);
      if (!known) throw error;
      return known;
    }
  });
}

/** For what Next makes itself of a function, `robots.txt` and the site map: public, without parameters. */
export function metadataRoute<Result>(name: string, make: () => Result): () => Result {
  return declareEntry({ kind: "route", name, audience: ["anyone"] }, () => make());
}

/** The identifier in an address, when it can be one; any other text is that of nothing. */
export function identifierIn(value: string): string {
  if (!z.uuid().safeParse(value).success) throw new NotFoundError("identifier");
  return value;
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

async function refusalOf(error: unknown, request: Request): Promise<Response | null> {
  if (error instanceof NotFoundError || isUnreadable(error)) return refusal(404);
  if (error instanceof ForbiddenError) return refusal(403);
  if (error instanceof z.ZodError) return refusal(400);
  if (!(error instanceof DomainError)) return null;
  const passing = passingRefusal(error);
  if (!passing) return refusal(422);
  // Whoever followed a link to a file sees this in its place.
  const words = await domainMessage(localeIn(request), error);
  return refusal(passing.status, {
    body: words,
    headers: { "Retry-After": String(passing.retryAfter), "Content-Type": "text/plain; charset=utf-8" },
  });
}

function refusal(
  status: number,
  { body = null, headers = {} }: { body?: string | null; headers?: Record<string, string> } = {},
): Response {
  return new Response(body, { status, headers: { "Cache-Control": "no-store", ...headers } });
}
