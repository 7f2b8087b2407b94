/** Runs once in each web process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ setActorLoader }, { loadActorFacts }] = await Promise.all([
    import("@/lib/platform/request"),
    import("@/lib/people/queries"),
  ]);
  setActorLoader(loadActorFacts);
}
