import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { passingRefusal } from "@/lib/platform/errors";
import { type Outage, outageOf } from "@/lib/platform/outage";

type Refusal = { status: number; retryAfter: number; outage?: Outage };
type Answer = {
  refusal?: Refusal;
  /** takes the connection from a reader, whatever was not sent yet */
  cut?: () => void;
  /** a form came from somebody who is no longer signed in: it is kept until they are again */
  isSignedOut?: true;
};

/** A server that restarts takes some seconds; a connection or a row is free again sooner. */
export const retryAfter: Record<Outage, number> = { away: 5, busy: 2 };

// Server and pages are separate bundles with modules of their own: the global object is what they share.
const keep = globalThis as unknown as { sperimentaAnswers?: AsyncLocalStorage<Answer> };

function answers(): AsyncLocalStorage<Answer> {
  keep.sperimentaAnswers ??= new AsyncLocalStorage();
  return keep.sperimentaAnswers;
}

/**
 * Runs the work of one request so that what it says by `refuseForNow` becomes the status of the answer: pages and
 * actions can say in words that somebody has to wait, but not set the status that programs go by.
 */
export function answering<T>(response: ServerResponse, work: () => T): T {
  const answer: Answer = { cut: () => void response.destroy() };
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: [never]) => {
    const { refusal } = answer;
    // A form that is sent back to its page by a redirect tells it there.
    if (!refusal || (status >= 300 && status < 400)) return writeHead.call(response, status, ...rest);
    response.setHeader("Retry-After", String(refusal.retryAfter));
    return writeHead.call(response, refusal.status, ...rest);
  }) as typeof response.writeHead;
  return answers().run(answer, work);
}

/**
 * Gives the answer to the present request the status and the waiting time of a refusal that is over by itself; any other
 * error leaves it as it is.
 */
export function refuseForNow(error: unknown): void {
  const answer = answers().getStore();
  const refusal = passingRefusal(error) ?? outageRefusal(error);
  if (answer && refusal) answer.refusal = refusal;
}

/** Lets the answer to the present request keep the form that was sent, while its sender signs in once more. */
export function keepUntilSignedIn(): void {
  const answer = answers().getStore();
  if (answer) answer.isSignedOut = true;
}

/** What the answer to the present request will say, as far as it is known by then. */
export function presentAnswer(): Readonly<Answer> {
  return answers().getStore() ?? {};
}

function outageRefusal(error: unknown): Refusal | null {
  const outage = outageOf(error);
  return outage && { status: 503, retryAfter: retryAfter[outage], outage };
}
