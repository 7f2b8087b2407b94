import "server-only";
import { getAnnouncementNotice } from "@/lib/announcements/queries";
import { announcementContent } from "@/lib/notifications/announcements/contents";
import { listRoleHolders, type Recipient } from "@/lib/notifications/queries";
import type { Actor } from "@/lib/platform/actor";
import type { MailParams } from "@/lib/platform/mail/queue";

/**
 * Whom a published announcement concerns, each with what it says to them. The referents hear by mail where the author
 * wanted that; everybody else finds it on the page.
 */
export async function announcementLetters(
  actor: Actor,
  event: { subjectId: string; actorId: string | null },
): Promise<{ person: Recipient; params: MailParams; onPageAlone: boolean }[]> {
  const notice = await getAnnouncementNotice(actor, event.subjectId);
  const programmeId = notice.programme.id;
  const scope = notice.isForAll
    ? { programmeId }
    : { programmeId, organisationIds: notice.bodies.map((one) => one.organisationId) };
  const [referents, people] = await Promise.all([
    listRoleHolders(actor, ["REFERENT"], scope),
    listRoleHolders(actor, ["REFERENT", "STAFF"], scope),
  ]);
  const hear = new Set(notice.byMail ? referents.map(({ id }) => id) : []);
  return people
    .filter((person) => person.id !== event.actorId)
    .map((person) => ({
      person,
      params: announcementContent(notice, person),
      onPageAlone: !hear.has(person.id),
    }));
}
