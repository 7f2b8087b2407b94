import { ownBodies } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { AnnouncementWhereInput } from "@/lib/platform/db/generated/models";
import { memberRoles, readerRoles } from "@/lib/programmes/policy";

type Place = { programmeId: string; promoterId: string };

/** Who writes announcements and sees who has read them: the coordinator, and the manager of the promoting organisation. */
export function canAnnounce(actor: Actor, { programmeId, promoterId }: Place): boolean {
  return (
    actor.has("COORDINATOR", { programme: programmeId }) ||
    actor.has("PROGRAMME_MANAGER", { organisation: promoterId })
  );
}

/**
 * Announcements that may be read: published ones by who follows the whole programme, and by the people of the bodies to
 * which they go; those that wait or were withdrawn by who writes them.
 */
export function announcementVisibleTo(actor: Actor): AnnouncementWhereInput {
  if (actor.kind === "system") return {};
  const bodies = ownBodies(actor);
  return {
    OR: [
      { programmeId: { in: actor.programmesWith("COORDINATOR") } },
      { programme: { promoterId: { in: actor.organisationsWith(["PROGRAMME_MANAGER"]) } } },
      {
        state: "PUBLISHED",
        OR: [
          { programmeId: { in: actor.programmesWith(...readerRoles) } },
          { isForAll: true, programmeId: { in: bodies.map((one) => one.programmeId) } },
          ...bodies.map(({ programmeId, organisationId }) => ({
            programmeId,
            bodies: { some: { organisationId } },
          })),
        ],
      },
    ],
  };
}

/** Whose reading is remembered: the programme's people. */
export function isReader(actor: Actor, { programmeId }: { programmeId: string }): boolean {
  return actor.personId !== null && actor.has(memberRoles, { programme: programmeId });
}
