import type { Actor } from "@/lib/platform/actor";
import type { NotificationWhereInput } from "@/lib/platform/db/generated/models";

/** What one was told oneself; nobody reads what another was told. */
export function ownNotices(actor: Actor): NotificationWhereInput {
  // Without a person there is nothing of one's own, and an empty list matches no row.
  return { personId: { in: actor.personId === null ? [] : [actor.personId] } };
}
