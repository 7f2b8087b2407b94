"use server";

import {
  addRepresentation,
  changeOrganisation,
  createOrganisation,
  removeRepresentation,
} from "@/lib/people/organisations/mutations";
import {
  addRepresentationSchema,
  changeOrganisationSchema,
  organisationSchema,
  removeRepresentationSchema,
} from "@/lib/people/organisations/schema";
import { action } from "@/lib/platform/action";
import type { Href } from "@/lib/platform/i18n/navigation";

const organisationPage = (slug: string, done: string): Href => ({
  pathname: "/area/administration/organisations/[slug]",
  params: { slug },
  query: { done },
});

export const createOrganisationAction = action(
  {
    name: "people.createOrganisation",
    audience: ["administrator"],
    schema: organisationSchema,
    redirectTo: ({ slug }) => organisationPage(slug, "created"),
  },
  createOrganisation,
);

export const changeOrganisationAction = action(
  {
    name: "people.changeOrganisation",
    audience: ["administrator"],
    schema: changeOrganisationSchema,
    redirectTo: ({ slug }) => organisationPage(slug, "changed"),
  },
  changeOrganisation,
);

export const addRepresentationAction = action(
  {
    name: "people.addRepresentation",
    audience: ["administrator"],
    schema: addRepresentationSchema,
    redirectTo: ({ slug }) => organisationPage(slug, "represents"),
  },
  addRepresentation,
);

export const removeRepresentationAction = action(
  {
    name: "people.removeRepresentation",
    audience: ["administrator"],
    schema: removeRepresentationSchema,
    redirectTo: ({ slug }) => organisationPage(slug, "representsNoMore"),
  },
  removeRepresentation,
);
