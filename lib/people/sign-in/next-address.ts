const origin = "http://portal.invalid";

/**
 * The address to go to after signing in, when it is a page of this portal; else null. Browsers read "//x", "/\x" and
 * addresses with tabs or line ends as other sites, so only what survives parsing unchanged in origin passes.
 */
export function safeNextAddress(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2000) return null;
  if (!value.startsWith("/") || /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return null;
  if (/^\/(?:\s|%2f|%5c)/i.test(value)) return null;
  let parsed: URL;
  try {
    parsed = new URL(value, origin);
  } catch {
    return null;
  }
  if (parsed.origin !== origin || parsed.username || parsed.pathname.startsWith("//")) return null;
  // Entries for machines are no pages to land on.
  if (/^\/(?:api|_next)(?:\/|$)/i.test(parsed.pathname)) return null;
  return parsed.pathname + parsed.search + parsed.hash;
}

type Step = "/sign-in" | "/sign-in/code" | "/sign-in/second-factor" | "/area/profile/second-factor/codes";

/** A page on the way in, with the address to go to afterwards when there is one. */
export function withNext(pathname: Step, next: string | undefined) {
  return next ? ({ pathname, query: { next } } as const) : pathname;
}
