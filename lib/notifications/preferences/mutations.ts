import "server-only";
import { openGroups } from "@/lib/notifications/groups";
import type { ChoosePaces } from "@/lib/notifications/preferences/schema";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";

/**
 * Says how one's own mails come, group by group. What is usual is kept too once it was chosen: a new release may hold
 * another pace for usual.
 */
export async function choosePaces(actor: Actor, input: ChoosePaces): Promise<void> {
  const personId = ownPerson(actor);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      insert into notification_preference (person_id, "group", pace)
      select ${personId}::uuid, chosen."group"::notification_group, chosen.pace::mail_pace
      from unnest(${[...openGroups]}::text[], ${openGroups.map((group) => input[group])}::text[])
        as chosen("group", pace)
      on conflict (person_id, "group") do update set pace = excluded.pace`;
    await recordEvent(tx, actor, {
      kind: "notifications.preferencesChanged",
      subject: { kind: "person", id: personId },
      data: Object.fromEntries(openGroups.map((group) => [group, input[group]])),
    });
  });
}
