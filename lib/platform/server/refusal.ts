import { createHash } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import { escapeHtml } from "@/lib/platform/html-text";
import en from "@/lib/platform/i18n/messages/en/portal.json" with { type: "json" };
import it from "@/lib/platform/i18n/messages/it/portal.json" with { type: "json" };
import type { Voice } from "@/lib/platform/server/answer-head";
import type { KeptForm } from "@/lib/platform/server/kept-form";
import { barePolicy } from "@/lib/platform/server/response-headers";

/** Refusals that are told before Next, with the texts of their page. */
type RefusalStatus = 400 | 403 | 411 | 413 | 417 | 421 | 500;

/** Why a request comes back later; `seconds` is how much later. */
export type Unavailable = { reason: "unavailable" | "overloaded"; seconds: number };

const texts = {
  400: "broken",
  403: "foreignOrigin",
  411: "noLength",
  413: "tooLarge",
  417: "broken",
  421: "wrongHost",
  500: "failed",
} as const;

// A browser reads an answer only when it has sent everything: up to this size a refused form is heard out.
const patience = 64 * 1024 ** 2;

const style =
  "body{font:1.125rem/1.6 system-ui,sans-serif;color:#17324d;max-width:38rem;margin:12vh auto;padding:0 1.25rem}" +
  "h1{font-size:1.75rem;line-height:1.25}a{color:#0059b3}" +
  "button{font:inherit;font-weight:600;color:#fff;background:#0059b3;border:0;border-radius:4px;padding:.75rem 1.5rem}" +
  "a:focus-visible,button:focus-visible{outline:3px solid #17324d;outline-offset:3px}";
const styleSource = `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
/** Unlike the bare policy no sandbox: a form sent from within one has no origin, and is refused. */
const formPolicy = `default-src 'none'; ${styleSource}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Answers with a short page in the language of the address. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  hearOut(request, () => {
    const { locale, page } = wordsFor(request);
    tell(response, status, {
      ...asPage(locale, `${status} ${STATUS_CODES[status]}`, [String(status), page[texts[status]]]),
      "Content-Security-Policy": `${barePolicy}; ${styleSource}`,
    });
  });
}

/**
 * Answers 503: to a browser a page in its language that offers to try again, with the form that was sent when there was
 * one; to a script what a refused form says.
 */
export async function refuseUnavailable(
  request: IncomingMessage,
  voice: Voice,
  { reason, seconds }: Unavailable,
  form: () => Promise<KeptForm | null>,
): Promise<void> {
  await new Promise<void>((resolve) => hearOut(request, resolve));
  const { locale, page } = wordsFor(request);
  const text = page[reason];
  const later = { "Retry-After": String(seconds) };
  if (!wantsPage(request)) {
    const body = JSON.stringify({ status: "refused", summary: text, fieldErrors: {}, values: {} });
    tell(voice, 503, { ...later, body, "Content-Type": "application/json" });
    return;
  }
  const address = escapeHtml(request.url ?? "/");
  const fields = await form();
  const again = fields
    ? `<p>${page.stillHere}</p>${asForm(address, fields, page.sendAgain)}`
    : `<p><a href="${address}">${page.tryAgain}</a></p>`;
  tell(voice, 503, {
    ...later,
    ...asPage(locale, page.unavailableTitle, [page.unavailableTitle, text], again),
    "Content-Security-Policy": formPolicy,
  });
}

/**
 * Answers a form of somebody whose sign-in has ended, sent without JavaScript: with a page that keeps it while they sign
 * in elsewhere, or by sending them to sign in when it cannot be kept.
 * @param address of the page to sign in on
 */
export async function refuseSignedOut(
  request: IncomingMessage,
  voice: Voice,
  address: string,
  form: () => Promise<KeptForm | null>,
): Promise<void> {
  const fields = await form();
  if (!fields) return tell(voice, 303, { Location: address, body: "" });
  const { locale, page } = wordsFor(request);
  const more =
    `<p><a href="${escapeHtml(address)}" target="_blank" rel="noopener">${page.signIn}</a></p>` +
    asForm(escapeHtml(request.url ?? "/"), fields, page.sendAgain);
  tell(voice, 403, {
    ...asPage(locale, page.signedOutTitle, [page.signedOutTitle, page.signedOut], more),
    "Content-Security-Policy": formPolicy,
  });
}

function asForm(address: string, fields: KeptForm, button: string): string {
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" enctype="multipart/form-data" action="${address}">${inputs.join("")}<button>${button}</button></form>`;
}

function hearOut(request: IncomingMessage, answer: () => void): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (request.complete || length === 0 || length > patience) {
    answer();
    return;
  }
  const heard = () => {
    request.off("end", heard).off("close", heard);
    answer();
  };
  request.on("end", heard).on("close", heard);
  request.resume();
}

function wordsFor(request: IncomingMessage) {
  const isEnglish = /^\/en(?:[/?]|$)|[?&]locale=en(?:&|$)/.test(request.url ?? "");
  return isEnglish ? { locale: "en", page: en.page } : { locale: "it", page: it.page };
}

function wantsPage({ url = "/", headers }: IncomingMessage): boolean {
  return !url.startsWith("/api/") || (headers.accept ?? "").includes("text/html");
}

function asPage(locale: string, title: string, [heading, text]: [string, string], more = "") {
  return {
    "Content-Type": "text/html; charset=utf-8",
    body:
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}</title><style>${style}</style><main><h1>${heading}</h1><p>${text}</p>${more}</main></html>`,
  };
}

function tell(
  voice: Voice,
  status: number,
  { body, ...headers }: Record<string, string> & { body: string },
): void {
  voice.writeHead(status, {
    "Cache-Control": "no-store",
    // The rest of a body that nobody reads is not waited for.
    Connection: "close",
    ...headers,
  });
  voice.end(body);
}

const brokenStatus: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is no request at all, or never became one: with the headers that every answer bears. */
export function answerBrokenRequests(server: Server, constant: [string, string][]): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const status = brokenStatus[error.code ?? ""] ?? 400;
    const headers = [
      ...constant,
      ["Content-Security-Policy", barePolicy],
      ["Cache-Control", "no-store"],
      ["Content-Length", "0"],
      ["Connection", "close"],
    ];
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`);
  });
}
