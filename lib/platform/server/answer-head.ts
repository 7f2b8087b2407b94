import type { ServerResponse } from "node:http";

/** The response itself, past whatever was laid over it. */
export type Voice = Pick<ServerResponse, "writeHead" | "end">;

/** Writes another answer. */
export type Instead = (voice: Voice) => void;

/**
 * Shows the status of an answer to `judge` just before its head leaves. An answer that is replaced leaves nothing of
 * itself: its headers are taken back, its body is swallowed.
 * @returns replaces an answer that has not begun yet
 */
export function judgeAnswer(
  response: ServerResponse,
  judge: (status: number) => Instead | null,
): (instead: Instead) => void {
  const { writeHead, write, end, flushHeaders } = response;
  const before = new Set(response.getHeaderNames());
  let state: "open" | "passed" | "replaced" = "open";

  const replace = (instead: Instead) => {
    if (state !== "open") return;
    state = "replaced";
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    instead({ writeHead: writeHead.bind(response), end: end.bind(response) } as Voice);
  };
  const isReplaced = (status: number): boolean => {
    const instead = state === "open" ? judge(status) : null;
    if (instead) replace(instead);
    else if (state === "open") state = "passed";
    return state === "replaced";
  };
  const unlessReplaced =
    <Args extends unknown[], Result>(method: (...args: Args) => Result, swallowed: Result) =>
    (...args: Args): Result =>
      isReplaced(response.statusCode) ? swallowed : method.apply(response, args);

  Object.assign(response, {
    write: unlessReplaced(write as (...args: unknown[]) => boolean, true),
    end: unlessReplaced(end as (...args: unknown[]) => ServerResponse, response),
    flushHeaders: unlessReplaced(flushHeaders, undefined),
    writeHead: (status: number, ...rest: []) =>
      isReplaced(status) ? response : writeHead.call(response, status, ...rest),
  });
  return replace;
}
