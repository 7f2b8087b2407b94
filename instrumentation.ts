/** Runs once in each web process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ setActorLoader }, { loadActorFacts }, { env }] = await Promise.all([
    import("@/lib/platform/request"),
    import("@/lib/people/queries"),
    import("@/lib/platform/env"),
  ]);
  // next-auth reads its own address from here alone; without it, it would believe the host of the request.
  process.env.NEXTAUTH_URL = env().siteUrl;
  setActorLoader(loadActorFacts);
}
