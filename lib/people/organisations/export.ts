import type { z } from "zod";
import {
  listOrganisations,
  type OrganisationCard,
  type ProgrammeOfOrganisation,
} from "@/lib/people/organisations/queries";
import { organisationFiltersSchema } from "@/lib/people/organisations/schema";
import { visitorActor } from "@/lib/platform/actor";
import type { Translate } from "@/lib/platform/i18n/translator";
import { exportable } from "@/lib/platform/lists/definition";

/** The public list of organisations: the same file whoever asks for it, as on its page. */
export const organisationsList = exportable<OrganisationCard, z.output<typeof organisationFiltersSchema>>({
  name: "organisations",
  namespace: "people",
  filters: organisationFiltersSchema,
  columns: [
    { key: "name", header: "organisations.filterText", value: (row) => row.name },
    { key: "kind", header: "organisations.kind", value: (row, { t }) => t(`kinds.${row.kind}`) },
    { key: "city", header: "organisations.city", value: (row) => row.city },
    {
      key: "programmes",
      header: "organisations.programmes",
      value: (row, { t }) => row.programmes.map((one) => `${one.shortTitle} (${partOf(one, t)})`).join("; "),
    },
    {
      key: "demo",
      header: "organisations.demo",
      value: (row, { t }) => t(row.isDemo ? "export.yes" : "export.no"),
    },
  ],
  page(actor, { kind, q }, window) {
    return listOrganisations(visitorActor(actor.at), { kind, text: q }, window);
  },
});

function partOf({ part, roleTitle }: ProgrammeOfOrganisation, t: Translate): string {
  return (part === "role" && roleTitle) || t(`organisations.part.${part}`);
}
