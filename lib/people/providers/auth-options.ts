import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { circumstancesOf } from "@/lib/people/providers/browser";
import { loadActorFacts } from "@/lib/people/queries";
import { signIn, signOut } from "@/lib/people/sign-in/mutations";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { signInSchema } from "@/lib/people/sign-in/schema";
import { personActor, visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env, sessionSecret } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { absoluteHours, signInCookie } from "@/lib/platform/sign-in-token";

/**
 * next-auth's own entry, for what speaks its protocol: the same mutation, throttle, rows and cookie as the form on the
 * sign-in page. Its token carries the identifier of the row and nothing else.
 */
export function authOptions(): NextAuthOptions {
  const { isHttps } = env();
  const { name, options } = signInCookie();
  const prefix = isHttps ? "__Host-" : "";
  const seconds = absoluteHours * 3600;
  // next-auth takes every cookie whose name begins like the session's for a piece of it.
  const cookie = (suffix: string) => ({ name: `${prefix}auth-${suffix}`, options });
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: seconds, updateAge: seconds },
    jwt: { secret: sessionSecret(), maxAge: seconds },
    useSecureCookies: isHttps,
    pages: { signIn: "/accedi", signOut: "/area/profilo", error: "/accedi" },
    cookies: {
      sessionToken: { name, options },
      callbackUrl: cookie("return"),
      csrfToken: cookie("csrf"),
      state: cookie("state"),
      nonce: cookie("nonce"),
      pkceCodeVerifier: cookie("pkce"),
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const input = signInSchema.safeParse(credentials);
          if (!input.success) return null;
          const headers = new Headers(request.headers as Record<string, string>);
          try {
            const { signInId } = await signIn(
              visitorActor(now()),
              input.data,
              circumstancesOf(headers, null),
            );
            return { id: signInId };
          } catch (error) {
            // next-auth puts the text of an error into an address; refusals have no other text than "refused".
            if (error instanceof DomainError) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ signInId: user ? user.id : token.signInId }),
      // Nobody learns from this entry who is signed in.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + (safeNextAddress(path) ?? "/area");
      },
    },
    events: {
      async signOut({ token }) {
        await endOwn(token?.signInId);
      },
    },
  };
}

async function endOwn(signInId: unknown): Promise<void> {
  if (typeof signInId !== "string") return;
  const at = now();
  const facts = await loadActorFacts(signInId, at);
  if (facts) await signOut(personActor(facts, at), { signInId });
}
