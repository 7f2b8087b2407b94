import type { DomainError } from "@/lib/platform/errors";

/** What an attempt was refused with; null when it was not. */
export function refusal(attempt: Promise<unknown>): Promise<DomainError | null> {
  return attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
}

/** The code of a refusal, or "done". */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return (await refusal(attempt))?.code ?? "done";
}
