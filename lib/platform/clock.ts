import { env } from "@/lib/platform/env";

const startedAt = Date.now();

/** The present instant; under test it starts at SPERIMENTA_CLOCK and runs on from there. */
export function now(): Date {
  const fixed = env().SPERIMENTA_CLOCK;
  return fixed ? new Date(new Date(fixed).getTime() + (Date.now() - startedAt)) : new Date();
}
