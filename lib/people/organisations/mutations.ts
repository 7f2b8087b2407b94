import "server-only";
import type {
  AddRepresentation,
  ChangeOrganisation,
  OrganisationFacts,
} from "@/lib/people/organisations/schema";
import { canAdminister } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { freeSlug, slugOf } from "@/lib/platform/slug";
import { assertUnchanged } from "@/lib/platform/stale";

/** Enters an organisation; its address is made from its short name. */
export async function createOrganisation(actor: Actor, input: OrganisationFacts): Promise<{ slug: string }> {
  authorise(canAdminister(actor), "create an organisation");
  try {
    return await inTransaction(async (tx) => {
      const slug = await nextSlug(tx, input.name);
      const { id } = await tx.organisation.create({
        data: { ...columns(input), slug, createdAt: actor.at },
        select: { id: true },
      });
      await recordEvent(tx, actor, {
        kind: "people.organisationCreated",
        subject: { kind: "organisation", id },
        organisationId: id,
      });
      return { slug };
    });
  } catch (error) {
    if (sqlState(error) === "23505") throw new DomainError("people.organisationExists", {}, "name");
    throw error;
  }
}

/** Changes an organisation's data. Its address stays, since others have linked it. */
export async function changeOrganisation(actor: Actor, input: ChangeOrganisation): Promise<{ slug: string }> {
  authorise(canAdminister(actor), "change an organisation");
  const { id, version, ...facts } = input;
  return inTransaction(async (tx) => {
    const { slug } = found(
      await tx.organisation.findUnique({ where: { id }, select: { slug: true } }),
      "organisation",
    );
    const { count } = await tx.organisation.updateMany({
      where: { id, version },
      data: { ...columns(facts), version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "organisation", id });
    await recordEvent(tx, actor, {
      kind: "people.organisationChanged",
      subject: { kind: "organisation", id },
      organisationId: id,
    });
    return { slug };
  });
}

/** Records that an organisation represents another one, since when and by which act. */
export async function addRepresentation(actor: Actor, input: AddRepresentation): Promise<{ slug: string }> {
  authorise(canAdminister(actor), "add a representation");
  return inTransaction(async (tx) => {
    const [representing] = await Promise.all(
      [input.id, input.representedId].map(async (id) =>
        found(
          await tx.organisation.findUnique({ where: { id }, select: { id: true, slug: true } }),
          "organisation",
        ),
      ),
    );
    await tx.representation.create({
      data: {
        representingId: input.id,
        representedId: input.representedId,
        fromDate: input.fromDate ? fromDateOnly(input.fromDate) : null,
        toDate: input.toDate ? fromDateOnly(input.toDate) : null,
        source: input.source,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "people.representationAdded",
      subject: { kind: "organisation", id: input.id },
      organisationId: input.id,
    });
    return { slug: representing?.slug ?? "" };
  });
}

/** Removes a representation that was entered by mistake; one that ended has its last day instead. */
export async function removeRepresentation(actor: Actor, input: { id: string }): Promise<{ slug: string }> {
  authorise(canAdminister(actor), "remove a representation");
  return inTransaction(async (tx) => {
    const row = found(
      await tx.representation.findUnique({
        where: { id: input.id },
        select: { id: true, representingId: true, representing: { select: { slug: true } } },
      }),
      "representation",
    );
    const { count } = await tx.representation.deleteMany({ where: { id: row.id } });
    found(count || null, "representation");
    await recordEvent(tx, actor, {
      kind: "people.representationRemoved",
      subject: { kind: "organisation", id: row.representingId },
      organisationId: row.representingId,
    });
    return { slug: row.representing.slug };
  });
}

function columns(facts: OrganisationFacts) {
  return {
    name: facts.name,
    shortName: facts.shortName,
    kind: facts.kind,
    city: facts.city ?? null,
    province: facts.province ?? null,
    website: facts.website ?? null,
    description: facts.description ?? null,
  };
}

async function nextSlug(tx: Tx, name: string): Promise<string> {
  // "nuovo" and "new" are pages beside those of the organisations.
  const base = slugOf(name, { instead: "ente", reserved: ["nuovo", "new"] });
  const taken = await tx.organisation.findMany({
    where: { OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] },
    select: { slug: true },
  });
  return freeSlug(base, new Set(taken.map(({ slug }) => slug)));
}
