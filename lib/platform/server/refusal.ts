import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import en from "@/lib/platform/i18n/messages/en/portal.json" with { type: "json" };
import it from "@/lib/platform/i18n/messages/it/portal.json" with { type: "json" };
import { barePolicy } from "@/lib/platform/server/response-headers";

/** Refusals that are told before Next, with the texts of their page. */
type RefusalStatus = 403 | 411 | 413 | 421 | 500;

const texts = {
  403: "foreignOrigin",
  411: "noLength",
  413: "tooLarge",
  421: "wrongHost",
  500: "failed",
} as const;

// A browser reads an answer only when it has sent everything: up to this size a refused form is heard out.
const patience = 64 * 1024 ** 2;

/** Answers with a short page in the language of the address. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (request.complete || length === 0 || length > patience) {
    answer(request, response, status);
    return;
  }
  request.once("end", () => answer(request, response, status));
  request.resume();
}

function answer(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  const locale = /^\/en(?:[/?]|$)/.test(request.url ?? "") ? "en" : "it";
  const text = (locale === "en" ? en : it).page[texts[status]];
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": barePolicy,
    "Cache-Control": "no-store",
    // The rest of a body that nobody reads is not waited for.
    Connection: "close",
  });
  response.end(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} ${STATUS_CODES[status]}</title><h1>${status}</h1><p>${text}</p></html>`,
  );
}
