"use server";

import { disablePerson, enablePerson, endRole, grantRole } from "@/lib/people/roles/mutations";
import { assignRoleSchema, endRoleSchema, personSchema } from "@/lib/people/roles/schema";
import { action } from "@/lib/platform/action";
import type { Href } from "@/lib/platform/i18n/navigation";

const personPage = (id: string, done: string): Href => ({
  pathname: "/area/administration/people/[id]",
  params: { id },
  query: { done },
});

export const grantRoleAction = action(
  {
    name: "people.grantRole",
    audience: ["administrator"],
    schema: assignRoleSchema,
    redirectTo: ({ personId }) => personPage(personId, "roleAssigned"),
  },
  grantRole,
);

/** From the administration's page of a person. */
export const endRoleAction = action(
  {
    name: "people.endRole",
    audience: ["administrator"],
    schema: endRoleSchema,
    redirectTo: ({ personId }) => personPage(personId, "roleEnded"),
  },
  endRole,
);

/** From the list of a programme's people. */
export const endProgrammeRoleAction = action(
  {
    name: "people.endProgrammeRole",
    audience: ["administrator", "coordinator", "referent"],
    schema: endRoleSchema,
    redirectTo: ({ slug }) =>
      slug
        ? { pathname: "/area/programmes/[slug]/bodies", params: { slug }, query: { done: "roleEnded" } }
        : "/area",
  },
  endRole,
);

export const disablePersonAction = action(
  {
    name: "people.disablePerson",
    audience: ["administrator"],
    schema: personSchema,
    redirectTo: ({ id }) => personPage(id, "disabled"),
  },
  disablePerson,
);

export const enablePersonAction = action(
  {
    name: "people.enablePerson",
    audience: ["administrator"],
    schema: personSchema,
    redirectTo: ({ id }) => personPage(id, "enabled"),
  },
  enablePerson,
);
