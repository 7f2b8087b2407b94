/** What every answer bears, be it a page, a file, a redirect or an error. */
export function constantHeaders(isHttps: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isHttps ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** For answers that are no page of ours, files of users above all: nothing in them may run or load, or be of our origin. */
export const barePolicy =
  "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * For the script that draws PDF beside a page, in a thread of its own: a browser starts none that is in a sandbox. It gets
 * its bytes from the page and loads nothing.
 */
export const threadPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Whether a path is that of such a script of the build. */
export const isThread = (path: string): boolean =>
  /^\/_next\/static\/media\/pdf\.worker[\w.-]*\.mjs$/.test(path);

/** For a page: the scripts that may run, by nonce or hash. Development builds need more, on one's own machine. */
export function pagePolicy(scripts: string, mode: { isDev: boolean; isHttps: boolean }): string {
  const { isDev, isHttps } = mode;
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Whether a path may lead to a page; below the others are files of the build and route handlers. */
export function mayBePage(path: string): boolean {
  return !/^\/(?:_next|api)\//.test(path);
}
