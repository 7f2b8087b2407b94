import "server-only";
import { documentVisibleTo, spaceOf } from "@/lib/documents/policy";
import { inForce } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { readerRoles } from "@/lib/programmes/policy";

/** When the actor opened a document and said to have read it; null = not yet. */
export async function findOwnReading(actor: Actor, documentId: string) {
  if (actor.personId === null) return null;
  return db.documentReading.findUnique({
    where: { documentId_personId: { documentId, personId: actor.personId } },
    select: { lastAt: true, lastVersion: true, acknowledgedAt: true, acknowledgedVersion: true },
  });
}

/** What has to be read before a request is answered, with the actor's own reading of it. */
export async function listRequiredMaterial(actor: Actor, requestId: string) {
  return db.document.findMany({
    where: { AND: [{ requiredBy: { some: { requestId } } }, documentVisibleTo(actor)] },
    orderBy: { title: "asc" },
    select: {
      id: true,
      title: true,
      lang: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true } },
      readings: {
        where: { personId: actor.personId ?? "" },
        select: { lastAt: true, acknowledgedAt: true },
      },
    },
  });
}

export type RequiredMaterial = Awaited<ReturnType<typeof listRequiredMaterial>>[number];

/** Who of each body has opened a document and who has not; for those who read what every body sends. */
export async function getReaders(actor: Actor, documentId: string) {
  const document = found(
    await db.document.findFirst({
      where: { AND: [{ id: documentId, kind: { not: "DELIVERABLE" } }, documentVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        lang: true,
        programmeId: true,
        space: { select: { ...spaceOf, programme: { select: { slug: true } } } },
        readings: {
          select: {
            personId: true,
            firstAt: true,
            lastAt: true,
            lastVersion: true,
            acknowledgedAt: true,
          },
        },
      },
    }),
    "document",
  );
  authorise(actor.has(readerRoles, { programme: document.programmeId }));
  const { organisationId, tableId } = document.space;
  const held = await db.roleAssignment.findMany({
    where: {
      programmeId: document.programmeId,
      role: { in: ["REFERENT", "STAFF"] },
      organisationId: organisationId ?? { not: null },
      fromAt: { lte: actor.at },
      OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
      person: {
        disabledAt: null,
        ...(tableId === null ? {} : { seats: { some: { tableId, ...inForce(actor.at) } } }),
      },
    },
    orderBy: [{ organisation: { shortName: "asc" } }, { person: { familyName: "asc" } }, { personId: "asc" }],
    select: {
      personId: true,
      organisation: { select: { id: true, name: true, shortName: true } },
      person: { select: { givenName: true, familyName: true } },
    },
  });
  const readings = new Map(document.readings.map((one) => [one.personId, one]));
  const seen = new Set<string>();
  const rows = held.flatMap(({ personId, organisation, person }) => {
    const key = `${organisation?.id} ${personId}`;
    if (!organisation || seen.has(key)) return [];
    seen.add(key);
    const name = `${person.givenName} ${person.familyName}`;
    return [{ key, body: organisation, name, reading: readings.get(personId) ?? null }];
  });
  const { readings: _all, ...about } = document;
  return { document: about, rows };
}

export type ReaderRow = Awaited<ReturnType<typeof getReaders>>["rows"][number];
