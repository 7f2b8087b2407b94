import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { readClaims } from "@/lib/people/identities/claims";
import { signInByProvider } from "@/lib/people/identities/mutations";
import { circumstances, keepSignIn } from "@/lib/people/providers/browser";
import { invitationSecretOf } from "@/lib/people/secret-link";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env, sessionSecret } from "@/lib/platform/env";
import { DomainError, found } from "@/lib/platform/errors";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { consume } from "@/lib/platform/rate-limit";
import { signInCookie } from "@/lib/platform/sign-in-token";

/** Why somebody comes back from the provider without a sign-in; each has its words on the sign-in page. */
export const providerRefusals = [
  "providerDown",
  "providerRefused",
  "providerUnknown",
  "providerUnverified",
  "providerNameless",
  "demonstrationClosed",
  "tooManyAttempts",
] as const;

type ProviderRefusal = (typeof providerRefusals)[number];

/** Sends the browser to the provider; afterwards it goes to `next`, a page of ours. */
export async function startAtProvider(next: string): Promise<Response> {
  const { client } = await circumstances();
  try {
    await consume("sign-in-client", client);
  } catch (error) {
    return redirectTo(refusedAddress(error, next));
  }
  // next-auth guards this step by a token of its own, which would take another request to fetch. Here it proves nothing:
  // the step changes nothing, and its way back is bound to this browser by state, nonce and PKCE.
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${sessionSecret()}`).digest("hex");
  const jar = await cookies();
  const { name, options } = ownCookie("csrf");
  jar.set(name, `${token}|${proof}`, options);
  const request = new NextRequest(`${env().siteUrl}/api/auth/signin/oidc`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ csrfToken: token, callbackUrl: next }),
  });
  const answer = await nextAuth(request, "signin", next);
  jar.delete({ name, ...options });
  return refusedByLibrary(answer) ? redirectTo(signInAddress("providerDown", next)) : answer;
}

/** Takes the browser back from the provider: signed in, or to the sign-in page with the reason why not. */
export async function returnFromProvider(request: NextRequest): Promise<Response> {
  const next = safeNextAddress(pathOf((await cookies()).get(ownCookie("return").name)?.value)) ?? "/area";
  const answer = await nextAuth(request, "callback", next);
  return refusedByLibrary(answer) ? redirectTo(signInAddress("providerRefused", next), answer) : answer;
}

function nextAuth(request: NextRequest, step: "signin" | "callback", next: string): Promise<Response> {
  return NextAuth(request, { params: Promise.resolve({ nextauth: [step, "oidc"] }) }, optionsFor(next));
}

function optionsFor(next: string): NextAuthOptions {
  const oidc = found(env().oidc, "identity provider");
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt" },
    useSecureCookies: env().isHttps,
    cookies: {
      callbackUrl: ownCookie("return"),
      csrfToken: ownCookie("csrf"),
      state: ownCookie("state"),
      nonce: ownCookie("nonce"),
      pkceCodeVerifier: ownCookie("pkce"),
    },
    logger: { error: report, warn: (code) => report(code), debug: () => undefined },
    providers: [
      {
        id: "oidc",
        name: oidc.name,
        type: "oauth",
        wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        authorization: {
          params: { scope: oidc.scope, ...(oidc.acr.length > 0 ? { acr_values: oidc.acr.join(" ") } : {}) },
        },
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        userinfo: {
          // The ID token says who and how; providers may keep name and address for this second answer.
          request: async ({ client, tokens }) => {
            const claims = (tokens as { claims(): Record<string, unknown> }).claims();
            const more = client.issuer.metadata.userinfo_endpoint
              ? await client.userinfo(tokens as never)
              : {};
            return { ...more, ...claims };
          },
        },
        profile: ({ sub }) => ({ id: sub }),
      },
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + (safeNextAddress(pathOf(url)) ?? "/area"),
      // Our own sign-in is opened here; an address in place of "yes" keeps next-auth from making one of its own.
      signIn: ({ profile }) => openOwn(profile, next),
    },
  };
}

async function openOwn(profile: unknown, next: string): Promise<string> {
  const oidc = found(env().oidc, "identity provider");
  const claims = readClaims(profile, oidc.acr);
  if (claims?.issuer !== oidc.issuer) return signInAddress("providerRefused", next);
  const invitation = invitationSecretOf(next);
  try {
    const actor = visitorActor(now());
    const from = await circumstances();
    const { signInId, awaits } = await signInByProvider(actor, { claims, invitation }, from);
    await keepSignIn(signInId);
    const locale = localeOf(next);
    const goal = invitation ? getPathname({ href: "/area", locale }) : next;
    const code = { pathname: "/sign-in/code", query: { next: goal } } as const;
    return awaits ? getPathname({ href: code, locale }) : goal;
  } catch (error) {
    return refusedAddress(error, next);
  }
}

function refusedAddress(error: unknown, next: string): string {
  const code = error instanceof DomainError ? error.code.replace(/^people\./, "") : "";
  const known = providerRefusals.find((one) => one === code);
  if (!known) log.error({ err: error }, "sign-in by the identity provider failed");
  return signInAddress(known ?? "providerRefused", next);
}

function signInAddress(refused: ProviderRefusal, next: string): string {
  const query = { refused, ...(invitationSecretOf(next) ? {} : { next }) };
  return getPathname({ href: { pathname: "/sign-in", query }, locale: localeOf(next) });
}

const localeOf = (next: string): Locale => (/^\/en(?:\/|$)/.test(next) ? "en" : "it");

function ownCookie(suffix: string) {
  const { options } = signInCookie();
  return { name: `${options.secure ? "__Host-" : ""}auth-${suffix}`, options };
}

// What goes wrong leads to addresses of next-auth's own, which are not served here.
function refusedByLibrary(answer: Response): boolean {
  const location = answer.headers.get("location");
  return !location || new URL(location, env().siteUrl).href.startsWith(`${env().siteUrl}/api/auth/`);
}

function redirectTo(location: string, from?: Response): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of from?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

function pathOf(url: string | undefined): string | undefined {
  const { siteUrl } = env();
  return url?.startsWith(`${siteUrl}/`) ? url.slice(siteUrl.length) : url;
}

// Of the library's reports only code and message: the rest holds names, addresses and tokens.
function report(code: string, metadata?: unknown): void {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
  log.warn({ event: "people.providerFailed", code, reason: error instanceof Error ? error.message : null });
}
