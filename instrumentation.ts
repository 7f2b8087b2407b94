import type { Instrumentation } from "next";

/** Runs once in each web process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ setActorLoader }, { loadActorFacts, watchActorFacts }, { env }] = await Promise.all([
    import("@/lib/platform/request"),
    import("@/lib/people/queries"),
    import("@/lib/platform/env"),
  ]);
  // next-auth reads its own address from here alone; without it, it would believe the host of the request.
  process.env.NEXTAUTH_URL = env().siteUrl;
  setActorLoader(loadActorFacts, watchActorFacts);
}

/**
 * Each error that a page or a route handler did not expect: what comes from the database is answered 503, not 500; a page
 * that was sent with what had worked is not kept for others.
 */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ refuseForNow }, { failedInPart }] = await Promise.all([
    import("@/lib/platform/server/answer"),
    import("@/lib/platform/page-cache/scope"),
  ]);
  refuseForNow(error);
  failedInPart();
};
