import type { Actor } from "@/lib/platform/actor";

/** Sees the outbox: to whom, which template, in which state. Never a text or a link. */
export const canSeeOutbox = (actor: Actor): boolean => actor.has("ADMINISTRATOR");

/** Has a dead or kept mail sent again. */
export const canRetryMail = (actor: Actor): boolean => actor.has("ADMINISTRATOR");
