import "server-only";
import { groups, paceOf } from "@/lib/notifications/groups";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailPace, NotificationGroup } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";

/** The pace of each group of mails. */
export type Paces = Record<NotificationGroup, MailPace>;

/** How one's own mails come, group by group. */
export async function getPaces(actor: Actor): Promise<Paces> {
  const personId = ownPerson(actor);
  const chosen = await db.notificationPreference.findMany({
    where: { personId },
    select: { group: true, pace: true },
  });
  return pacesBy(chosen);
}

/** How the mails of these people come: what is asked before they are told. */
export async function listPaces(actor: Actor, personIds: readonly string[]): Promise<Map<string, Paces>> {
  authorise(actor.kind === "system");
  const rows = await db.notificationPreference.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, group: true, pace: true },
  });
  const chosen = new Map<string, typeof rows>();
  for (const row of rows) chosen.set(row.personId, [...(chosen.get(row.personId) ?? []), row]);
  return new Map(personIds.map((id) => [id, pacesBy(chosen.get(id) ?? [])]));
}

function pacesBy(chosen: readonly { group: NotificationGroup; pace: MailPace }[]): Paces {
  const known = new Map(chosen.map(({ group, pace }) => [group, pace]));
  return Object.fromEntries(groups.map((group) => [group, paceOf(group, known.get(group))])) as Paces;
}
