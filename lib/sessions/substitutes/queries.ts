import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { asUuid } from "@/lib/sessions/identifier";
import { acceptsReplies } from "@/lib/sessions/lifecycle";
import { canNameDeputy, canReply, canSeePeople, onReservedPage } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";
import { type Candidate, findDeputies, findSubstitutes } from "@/lib/sessions/substitutes/candidates";

export type Substitution = { person: string; substitute: string };

export type SubstitutesView = {
  session: SessionRow & { version: number };
  /** of the reader, who is convened and may still reply */
  own: { substitute: string | null; standsFor: string | null; candidates: Candidate[] } | null;
  /** for the coordinator, while the session is not over */
  deputy: { name: string | null; candidates: Candidate[] } | null;
  /** who comes in whose place, by name */
  all: Substitution[];
};

/** Who comes in whose place to a session, and what the actor may choose. */
export async function getSubstitutes(actor: Actor, slug: string, id: string): Promise<SubstitutesView> {
  const row = found(
    await db.session.findFirst({
      where: onReservedPage(actor, { slug, id }),
      select: {
        ...rowSelect,
        version: true,
        deputy: { select: nameSelect },
        invitees: {
          where: { OR: [{ personId: actor.personId ?? asUuid("") }, { substitution: { isNot: null } }] },
          select: {
            personId: true,
            organisationId: true,
            person: { select: nameSelect },
            substitution: { select: { substitute: { select: { person: { select: nameSelect } } } } },
            standsFor: { select: { represented: { select: { person: { select: nameSelect } } } } },
          },
        },
      },
    }),
    "session",
  );
  const { invitees, deputy, ...session } = row;
  const scope = { programmeId: row.programme.id };
  authorise(canSeePeople(actor, scope));
  const own = invitees.find((one) => one.personId === actor.personId);
  const isOpen = own && acceptsReplies(row, actor.at);
  const mayReply = isOpen && canReply(actor, { ...scope, invitedIds: [own.personId] });
  const isToCome = row.state === "DRAFT" || row.state === "CONVENED";
  return {
    session,
    own: mayReply
      ? {
          substitute: own.substitution ? fullName(own.substitution.substitute.person) : null,
          standsFor: own.standsFor ? fullName(own.standsFor.represented.person) : null,
          candidates: await findSubstitutes(db, { ...own, ...scope }, actor.at),
        }
      : null,
    deputy:
      isToCome && canNameDeputy(actor, scope)
        ? {
            name: deputy ? fullName(deputy) : null,
            candidates: await findDeputies(db, scope.programmeId, actor.at),
          }
        : null,
    all: invitees
      .flatMap(({ person, substitution }) =>
        substitution
          ? [{ person: fullName(person), substitute: fullName(substitution.substitute.person) }]
          : [],
      )
      .toSorted((a, b) => a.person.localeCompare(b.person, "it")),
  };
}

const nameSelect = { givenName: true, familyName: true } as const;

function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}
