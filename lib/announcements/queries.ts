import "server-only";
import { keepReading } from "@/lib/announcements/commands";
import { announcementVisibleTo, canAnnounce, isReader } from "@/lib/announcements/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";
import { visibleTo as programmeVisibleTo, takesPart } from "@/lib/programmes/policy";

const name = { select: { givenName: true, familyName: true } } as const;
const ofReader = (actor: Actor) => ({
  where: { personId: { in: actor.personId ? [actor.personId] : [] } },
  select: { firstAt: true, acknowledgedAt: true },
});

/** The announcements of a programme that the actor may read, latest first, with what is new to them. */
export async function listAnnouncements(
  actor: Actor,
  slug: string,
  window: { after?: Cursor; size?: number } = {},
) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, promoterId: true },
    }),
    "programme",
  );
  const size = window.size ?? 20;
  const reads = isReader(actor, { programmeId: programme.id });
  const rows = await db.announcement.findMany({
    where: {
      AND: [
        { programmeId: programme.id },
        announcementVisibleTo(actor),
        keysetBefore("publishAt", window.after),
      ],
    },
    orderBy: [{ publishAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      id: true,
      title: true,
      lang: true,
      state: true,
      publishAt: true,
      editedAt: true,
      mustAcknowledge: true,
      isForAll: true,
      author: name,
      readings: ofReader(actor),
      bodies: { select: { organisation: { select: { shortName: true } } } },
    },
  });
  const page = nextCursor(rows, size, (row) => ({ at: row.publishAt, id: row.id }));
  return {
    next: page.next,
    mayAnnounce: canAnnounce(actor, { programmeId: programme.id, promoterId: programme.promoterId }),
    rows: page.rows.map(({ readings: [own], bodies, ...row }) => ({
      ...row,
      bodies: bodies.map(({ organisation }) => organisation.shortName).sort(),
      isUnread: reads && row.state === "PUBLISHED" && !own,
      isOwed: reads && row.state === "PUBLISHED" && row.mustAcknowledge && !own?.acknowledgedAt,
    })),
  };
}

export type ListedAnnouncement = Awaited<ReturnType<typeof listAnnouncements>>["rows"][number];

/** An announcement, with its texts of before. That it was opened is kept, where it is published. */
export async function getAnnouncement(actor: Actor, slug: string, id: string) {
  const { readings, bodies, programme, ...announcement } = found(
    await db.announcement.findFirst({
      where: { AND: [{ id, programme: { slug } }, announcementVisibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        title: true,
        markdown: true,
        html: true,
        lang: true,
        state: true,
        publishAt: true,
        editedAt: true,
        withdrawnAt: true,
        mustAcknowledge: true,
        byMail: true,
        isForAll: true,
        version: true,
        author: name,
        programme: { select: { promoterId: true } },
        readings: ofReader(actor),
        bodies: { select: { organisation: { select: { id: true, shortName: true } } } },
        revisions: {
          orderBy: { number: "desc" },
          select: { id: true, title: true, markdown: true, replacedAt: true },
        },
      },
    }),
    "announcement",
  );
  const { programmeId, state } = announcement;
  const reads = isReader(actor, { programmeId });
  if (state === "PUBLISHED" && !readings[0]) await keepReading(db, actor, announcement);
  return {
    ...announcement,
    bodies: bodies
      .map(({ organisation }) => organisation)
      .sort((one, other) => one.shortName.localeCompare(other.shortName, "it")),
    mayAnnounce: canAnnounce(actor, { programmeId, promoterId: programme.promoterId }),
    mayAcknowledge: reads && state === "PUBLISHED" && announcement.mustAcknowledge,
    acknowledgedAt: readings[0]?.acknowledgedAt ?? null,
  };
}

export type AnnouncementPage = Awaited<ReturnType<typeof getAnnouncement>>;

/** A body to which an announcement goes, and its people with what they have done with it. */
export type ReadingBody = {
  id: string;
  name: string;
  people: { id: string; name: string; firstAt: Date | null; acknowledgedAt: Date | null }[];
};

/** Who of each body has read an announcement: for who writes announcements. */
export async function listAnnouncementReaders(actor: Actor, id: string): Promise<ReadingBody[]> {
  const { programmeId, programme, isForAll, bodies } = found(
    await db.announcement.findFirst({
      where: { AND: [{ id }, announcementVisibleTo(actor)] },
      select: {
        programmeId: true,
        isForAll: true,
        programme: { select: { promoterId: true } },
        bodies: { select: { organisationId: true } },
      },
    }),
    "announcement",
  );
  authorise(canAnnounce(actor, { programmeId, promoterId: programme.promoterId }));
  const named = bodies.map(({ organisationId }) => organisationId);
  const held = { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] };
  const [enrolled, roles] = await Promise.all([
    db.enrolment.findMany({
      where: {
        programmeId,
        ...takesPart,
        ...(isForAll ? {} : { organisationId: { in: named } }),
      },
      orderBy: { organisation: { shortName: "asc" } },
      select: { organisation: { select: { id: true, shortName: true } } },
    }),
    db.roleAssignment.findMany({
      where: {
        programmeId,
        role: { in: ["REFERENT", "STAFF"] },
        person: { disabledAt: null },
        ...(isForAll ? {} : { organisationId: { in: named } }),
        ...held,
      },
      orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { personId: "asc" }],
      distinct: ["personId", "organisationId"],
      select: {
        organisationId: true,
        person: {
          select: {
            id: true,
            givenName: true,
            familyName: true,
            announcementsRead: {
              where: { announcementId: id },
              select: { firstAt: true, acknowledgedAt: true },
            },
          },
        },
      },
    }),
  ]);
  return enrolled.map(({ organisation }) => ({
    id: organisation.id,
    name: organisation.shortName,
    people: roles
      .filter(({ organisationId }) => organisationId === organisation.id)
      .map(
        ({
          person: {
            announcementsRead: [own],
            ...person
          },
        }) => ({
          id: person.id,
          name: `${person.givenName} ${person.familyName}`,
          firstAt: own?.firstAt ?? null,
          acknowledgedAt: own?.acknowledgedAt ?? null,
        }),
      ),
  }));
}

/** The bodies that an announcement of a programme can name. */
export async function listAddressable(
  actor: Actor,
  programme: { id: string; promoterId: string },
): Promise<{ id: string; shortName: string }[]> {
  authorise(canAnnounce(actor, { programmeId: programme.id, promoterId: programme.promoterId }));
  const rows = await db.enrolment.findMany({
    where: { programmeId: programme.id, ...takesPart },
    orderBy: { organisation: { shortName: "asc" } },
    select: { organisation: { select: { id: true, shortName: true } } },
  });
  return rows.map(({ organisation }) => organisation);
}

/** What the mails of an announcement say, and to whom they go; for the job that tells. */
export async function getAnnouncementNotice(actor: Actor, id: string) {
  authorise(actor.kind === "system");
  return found(
    await db.announcement.findFirst({
      where: { id, state: "PUBLISHED" },
      select: {
        id: true,
        title: true,
        byMail: true,
        mustAcknowledge: true,
        isForAll: true,
        bodies: { select: { organisationId: true } },
        programme: { select: { id: true, slug: true, shortTitle: true } },
      },
    }),
    "announcement",
  );
}
