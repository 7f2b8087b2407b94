import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import { presentAnswer, retryAfter } from "@/lib/platform/server/answer";
import { type Instead, judgeAnswer, type Voice } from "@/lib/platform/server/answer-head";
import type { DatabaseWatch } from "@/lib/platform/server/database-watch";
import { keepForm } from "@/lib/platform/server/kept-form";
import { refuseSignedOut, refuseUnavailable, type Unavailable } from "@/lib/platform/server/refusal";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** More than can be answered within two seconds only makes everybody wait longer. */
const mostWaiting = 200;
/** After so long without the head of an answer the database is looked at, or the wait is given up. */
const patience = { look: 2_000, answer: 30_000 };

/** What needs no database, or tells how it is. */
const free = /^\/(?:_next\/|api\/(?:health|metrics)$)|\.(?:css|ico|js|png|svg|txt|webmanifest|woff2?)$/;
/** These wait for their bytes, not for us. */
const upload = /^\/api\/(?:.*\/)?upload(?:\/|$)/;

const unavailable: Record<"away" | "busy" | "overloaded", Unavailable> = {
  away: { reason: "unavailable", seconds: retryAfter.away },
  busy: { reason: "unavailable", seconds: retryAfter.busy },
  overloaded: { reason: "overloaded", seconds: retryAfter.busy },
};

/**
 * Stands before what needs the database. Without a database, or with more requests than can be served, the answer is
 * 503 with Retry-After at once; a request that was left without an answer by the database is answered 503, as soon as
 * that is known, in place of the error that the pages make of it.
 */
export function guardAvailability(handle: Handler, watch: DatabaseWatch, most = mostWaiting): Handler {
  let waiting = 0;
  return async (request, response) => {
    const path = request.url?.split("?")[0] ?? "/";
    if (free.test(path)) return handle(request, response);
    const form = keepForm(request);
    if (watch.isAway()) return refuseUnavailable(request, response, unavailable.away, form);
    const counts = !upload.test(path);
    if (counts && waiting >= most) return refuseUnavailable(request, response, unavailable.overloaded, form);

    const lest =
      (answering: (voice: Voice) => Promise<void>): Instead =>
      (voice) => {
        answering(voice).catch((error: unknown) => {
          log.error({ err: error }, "request failed");
          response.destroy();
        });
      };
    const refusing = (why: Unavailable) => lest((voice) => refuseUnavailable(request, voice, why, form));
    const signingIn = (address: string) => lest((voice) => refuseSignedOut(request, voice, address, form));
    const answer = presentAnswer();
    const replace = judgeAnswer(response, (status) => {
      over();
      const outage = answer.refusal?.outage;
      if (outage === "away") void watch.suspect();
      if (answer.isSignedOut && status === 303) return signingIn(String(response.getHeader("location")));
      // An action says itself, around what was typed, that it could not be done; a page has only an error to show.
      return outage && status >= 500 ? refusing(unavailable[outage]) : null;
    });
    const looking = setTimeout(async () => {
      if ((await watch.suspect()) && counts) replace(refusing(unavailable.away));
    }, patience.look);
    const giving = counts
      ? setTimeout(() => replace(refusing(unavailable.busy)), patience.answer)
      : undefined;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      if (counts) waiting -= 1;
      clearTimeout(looking);
      clearTimeout(giving);
    };
    if (counts) waiting += 1;
    response.once("close", over);
    return handle(request, response);
  };
}
