import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { canSelectBodies, enrolmentsVisibleTo } from "@/lib/programmes/policy";
import { type Body, listBodies } from "@/lib/programmes/queries";

/** One body's enrolment in a programme, as the actor may see it. */
export async function getEnrolment(
  actor: Actor,
  id: string,
): Promise<Body & { programmeSlug: string; programmeId: string }> {
  const row = found(
    await db.enrolment.findFirst({
      where: { AND: [{ id }, enrolmentsVisibleTo(actor)] },
      select: { programmeId: true, programme: { select: { slug: true } } },
    }),
    "enrolment",
  );
  const body = found(
    (await listBodies(actor, row.programmeId)).find(({ enrolmentId }) => enrolmentId === id),
  );
  return { ...body, programmeId: row.programmeId, programmeSlug: row.programme.slug };
}

/** Organisations that are not in the programme yet, for the form that adds one. */
export async function listOrganisationsToAdd(
  actor: Actor,
  programmeId: string,
): Promise<{ id: string; name: string }[]> {
  authorise(canSelectBodies(actor, { id: programmeId }));
  return db.organisation.findMany({
    where: { enrolments: { none: { programmeId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 2000,
  });
}
