import type { Actor } from "@/lib/platform/actor";

/** Sees the jobs of the worker: names, attempts and kinds of errors. Never what they were given. */
export const canSeeJobs = (actor: Actor): boolean => actor.has("ADMINISTRATOR");

/** Starts a dead job again. */
export const canRetryJob = (actor: Actor): boolean => actor.has("ADMINISTRATOR");
