import type { NotesAnswer } from "@/lib/sessions/live/writing/typing";

/** Why notes were not kept, when sending them again as they are would not help. */
export type Failure = "signedOut" | "forbidden" | "missing" | "changed" | "tooLarge" | "notAccepted";

/** What came of sending notes: an answer, a failure that is the person's to mend, or one that passes by itself. */
export type Outcome =
  | NotesAnswer
  | { status: "failed"; why: Failure }
  /** `afterMs`: how long the portal asks to wait, if it does */
  | { status: "passing"; afterMs: number };

export type Going = {
  item: string;
  text: string;
  version: number;
  how?: "over" | "below";
  isLeaving?: boolean;
};

/** Sends the notes of a point to the portal; never throws. */
export async function postNotes(address: string, { isLeaving, ...fields }: Going): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, String(value));
  try {
    // A browser lets a leaving page send 64 kB; what is longer stays in its store until somebody comes back.
    return await outcomeOf(await fetch(address, { method: "POST", body, keepalive: isLeaving }));
  } catch {
    return { status: "passing", afterMs: 0 };
  }
}

const failures: Record<number, Failure> = {
  401: "signedOut",
  403: "forbidden",
  404: "missing",
  409: "changed",
  410: "missing",
  413: "tooLarge",
};

/** Reads an answer. What the portal says in its own words counts, whatever the status; servers in front have only that. */
export async function outcomeOf(
  response: Pick<Response, "status" | "ok" | "redirected" | "headers" | "json">,
): Promise<Outcome> {
  const { status, ok, redirected, headers } = response;
  if (headers.get("Content-Type")?.startsWith("application/json")) {
    const said = (await response.json()) as NotesAnswer;
    if (said.status === "kept" || said.status === "conflict" || said.status === "refused") return said;
  }
  // The only page to which a request that writes is led is the one for signing in.
  if (redirected || (status >= 300 && status < 400)) return { status: "failed", why: "signedOut" };
  const why = failures[status];
  if (why) return { status: "failed", why };
  if (status === 408 || status === 425 || status === 429 || status >= 500 || ok) {
    const seconds = Number(headers.get("Retry-After"));
    return { status: "passing", afterMs: Number.isFinite(seconds) ? seconds * 1000 : 0 };
  }
  return { status: "failed", why: "notAccepted" };
}
