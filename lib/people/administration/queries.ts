import "server-only";
import { z } from "zod";
import { type NameCursor, writeNameCursor } from "@/lib/people/administration/name-cursor";
import type { PeopleFilters } from "@/lib/people/administration/schema";
import { containing } from "@/lib/people/containing";
import { type InvitationRow, invitationColumns, invitationRow } from "@/lib/people/invitations/queries";
import { canAdminister, inForce } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { authorise, found, NotFoundError } from "@/lib/platform/errors";

const uuid = z.uuid();

const roleColumns = {
  id: true,
  role: true,
  fromAt: true,
  toAt: true,
  organisation: { select: { name: true } },
  programme: { select: { shortTitle: true } },
} as const;

/** People by family name, with the roles that hold. */
export async function listPeople(
  actor: Actor,
  filters: PeopleFilters = {},
  window: { after?: NameCursor; size?: number } = {},
) {
  authorise(canAdminister(actor), "people");
  const size = window.size ?? 50;
  const rows = await db.person.findMany({
    where: {
      AND: [
        matching(filters.q),
        filters.role ? { roles: { some: { role: filters.role, ...holds(actor) } } } : {},
        await inState(filters.state),
        after(window.after),
      ],
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: size + 1,
    select: {
      id: true,
      givenName: true,
      familyName: true,
      email: true,
      isDemo: true,
      disabledAt: true,
      roles: { where: holds(actor), orderBy: [{ fromAt: "asc" }, { id: "asc" }], select: roleColumns },
    },
  });
  const page = rows.slice(0, size);
  const lost = new Set(await listUnreachable(page.map((one) => one.email)));
  const shown = page.map((one) => ({ ...one, isUnreachable: lost.has(one.email) }));
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? writeNameCursor(last) : undefined };
}

async function inState(state: PeopleFilters["state"]): Promise<Prisma.PersonWhereInput> {
  if (!state) return {};
  if (state === "unreachable") return { email: { in: await listUnreachable() } };
  return { disabledAt: state === "disabled" ? { not: null } : null };
}

/** Addresses to which no more mails are sent; of these alone, when they are given. */
async function listUnreachable(of?: string[]): Promise<string[]> {
  const rows = await db.mailAddress.findMany({
    where: { unreachableAt: { not: null }, ...(of ? { address: { in: of } } : {}) },
    orderBy: { lastFailureAt: "desc" },
    take: 1_000,
    select: { address: true },
  });
  return rows.map(({ address }) => address);
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>["rows"][number];

/** One person with present and past roles. */
export async function getPerson(actor: Actor, id: string) {
  authorise(canAdminister(actor), "person");
  if (!uuid.safeParse(id).success) throw new NotFoundError("person");
  const { passwordHash, factor, roles, ...facts } = found(
    await db.person.findUnique({
      where: { id },
      select: {
        id: true,
        givenName: true,
        familyName: true,
        email: true,
        locale: true,
        isDemo: true,
        createdAt: true,
        disabledAt: true,
        passwordHash: true,
        factor: { select: { confirmedAt: true } },
        roles: { orderBy: [{ fromAt: "desc" }, { id: "desc" }], select: roleColumns },
      },
    }),
    "person",
  );
  const [lost] = await listUnreachable([facts.email]);
  const present = roles.filter((one) => one.toAt === null || one.toAt > actor.at);
  return {
    ...facts,
    isUnreachable: lost !== undefined,
    hasPassword: passwordHash !== null,
    secondFactorSince: factor?.confirmedAt ?? null,
    roles: present,
    pastRoles: roles.filter((one) => !present.includes(one)),
  };
}

export type PersonView = Awaited<ReturnType<typeof getPerson>>;

/** Every invitation that still waits or has expired, latest first. */
export async function listInvitations(actor: Actor): Promise<InvitationRow[]> {
  authorise(canAdminister(actor), "invitations");
  const rows = await db.accountInvitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: invitationColumns,
  });
  return rows.map((row) => invitationRow(actor, row));
}

/** What a role can be held in, for the choices of a form. */
export async function listRoleScopes(actor: Actor): Promise<{
  organisations: { id: string; name: string }[];
  programmes: { id: string; name: string }[];
}> {
  authorise(canAdminister(actor), "role scopes");
  const [organisations, programmes] = await Promise.all([
    db.organisation.findMany({
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
    db.programme.findMany({
      orderBy: [{ shortTitle: "asc" }, { id: "asc" }],
      select: { id: true, shortTitle: true },
    }),
  ]);
  return { organisations, programmes: programmes.map(({ id, shortTitle }) => ({ id, name: shortTitle })) };
}

/** How many people and organisations there are. */
export async function countPortal(actor: Actor): Promise<{ people: number; organisations: number }> {
  authorise(canAdminister(actor), "figures");
  const [people, organisations] = await Promise.all([
    db.person.count({ where: { disabledAt: null } }),
    db.organisation.count(),
  ]);
  return { people, organisations };
}

// The roles of a disabled person hold no more, yet the administrator sees which would come back.
function holds(actor: Actor) {
  const { fromAt, OR } = inForce(actor.at);
  return { fromAt, OR };
}

function matching(text: string | undefined): Prisma.PersonWhereInput {
  const words = text?.split(/\s+/).filter(Boolean) ?? [];
  return {
    AND: words.map((word) => {
      const like = containing(word);
      return { OR: [{ familyName: like }, { givenName: like }, { email: like }] };
    }),
  };
}

function after(cursor: NameCursor | undefined): Prisma.PersonWhereInput {
  if (!cursor) return {};
  const { familyName, givenName, id } = cursor;
  return {
    // The bound that an index can begin at; the rest leaves out what was shown of the same family name.
    familyName: { gte: familyName },
    OR: [{ familyName: { gt: familyName } }, { givenName: { gt: givenName } }, { givenName, id: { gt: id } }],
  };
}
