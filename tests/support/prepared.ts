import { beforeAll } from "vitest";

/**
 * An attempt for `denied` that needs fixtures of its own: they are made before the tests of the block, so that the
 * refusal is seen to change nothing.
 */
export function prepared(prepare: () => Promise<() => Promise<unknown>>): () => Promise<unknown> {
  let attempt: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    attempt = await prepare();
  });
  return () => {
    if (!attempt) throw new Error("not prepared");
    return attempt();
  };
}
