import { bodyRoles, programmeRoles } from "@/lib/people/policy";
import type { Role } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";

/** What a role is held in: the portal, an organisation, a programme, or a body within a programme. */
export function scopeOf(role: Role): { organisation: boolean; programme: boolean } {
  const inProgramme = includes(programmeRoles, role);
  const inBody = includes(bodyRoles, role);
  return { organisation: inBody || role === "PROGRAMME_MANAGER", programme: inBody || inProgramme };
}

/**
 * A role with exactly the scope that it needs; what a form sent beyond that is left out.
 * @throws DomainError at the field that is missing
 */
export function scoped(given: { role: Role; organisationId?: string; programmeId?: string }): {
  role: Role;
  organisationId: string | null;
  programmeId: string | null;
} {
  const needs = scopeOf(given.role);
  if (needs.organisation && !given.organisationId) {
    throw new DomainError("people.roleNeedsOrganisation", {}, "organisationId");
  }
  if (needs.programme && !given.programmeId) {
    throw new DomainError("people.roleNeedsProgramme", {}, "programmeId");
  }
  return {
    role: given.role,
    organisationId: needs.organisation ? (given.organisationId ?? null) : null,
    programmeId: needs.programme ? (given.programmeId ?? null) : null,
  };
}

function includes(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
