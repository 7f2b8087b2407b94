import "server-only";
import {
  type CallableRole,
  calledBy,
  type Mentionable,
  mostMentions,
  roleNames,
} from "@/lib/forum/mentions/names";
import { canPost } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/routing";
import { renderMarkdown } from "@/lib/platform/markdown";
import { memberRoles, visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/**
 * Whom a post of a programme can call by name: its people, its bodies, and its roles in both languages. For who may write
 * there; they see each other's names on its pages.
 */
export async function listMentionable(actor: Actor, programmeId: string): Promise<Mentionable[]> {
  authorise(canPost(actor, { programmeId }));
  const held = {
    programmeId,
    role: { in: [...memberRoles] },
    fromAt: { lte: actor.at },
    OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
  };
  const [people, bodies] = await Promise.all([
    db.person.findMany({
      where: { disabledAt: null, roles: { some: held } },
      orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      select: {
        id: true,
        givenName: true,
        familyName: true,
        roles: { where: held, take: 1, select: { organisation: { select: { shortName: true } } } },
      },
    }),
    db.organisation.findMany({
      where: { enrolments: { some: { programmeId, state: { in: ["SELECTED", "ACTIVE", "CONCLUDED"] } } } },
      orderBy: [{ shortName: "asc" }, { id: "asc" }],
      select: { id: true, name: true, shortName: true },
    }),
  ]);
  return [
    ...people.map((one) => ({
      kind: "person" as const,
      id: one.id,
      name: `${one.givenName} ${one.familyName}`,
      part: one.roles[0]?.organisation?.shortName ?? null,
    })),
    ...bodies.map((one) => ({ kind: "body" as const, id: one.id, name: one.shortName, part: one.name })),
    ...(Object.keys(roleNames) as CallableRole[]).flatMap((role) =>
      roleNames[role].map((name) => ({ kind: "role" as const, id: role, name, part: null })),
    ),
  ];
}

/** A text as it is shown, and whom it calls. */
export type Rendered = { html: string; version: number; called: Mentionable[] };

/** A post's HTML, with those whom it calls marked in it. Who can be called is only looked up where the sign for it stands. */
export async function renderPost(actor: Actor, programmeId: string, text: string): Promise<Rendered> {
  const all = text.includes("@") ? await listMentionable(actor, programmeId) : [];
  const { html, version, called } = renderMarkdown(
    text,
    all.map(({ name }) => name),
  );
  if (called.length > mostMentions)
    throw new DomainError("forum.tooManyMentions", { max: mostMentions }, "text");
  return { html, version, called: calledBy(called, all) };
}

/** A name to be suggested to somebody who writes, with what tells two of one name apart. */
export type Suggestion = Pick<Mentionable, "kind" | "name" | "part">;

/** The same by the programme's address, with roles in the writer's language alone. */
export async function listMentionableOf(actor: Actor, slug: string, locale: Locale): Promise<Suggestion[]> {
  const { id } = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true },
    }),
    "programme",
  );
  const all = await listMentionable(actor, id);
  const foreign = Object.values(roleNames).map((names) => names[locale === "it" ? 1 : 0] as string);
  return all
    .filter((one) => one.kind !== "role" || !foreign.includes(one.name))
    .map(({ kind, name, part }) => ({ kind, name, part }));
}
