import type { z } from "zod";
import { readNameCursor } from "@/lib/people/administration/name-cursor";
import { listPeople, type PersonRow } from "@/lib/people/administration/queries";
import { peopleFiltersSchema } from "@/lib/people/administration/schema";
import type { Translate } from "@/lib/platform/i18n/translator";
import { exportable } from "@/lib/platform/lists/definition";

/** The portal's people with the roles that they hold, for the administrator. */
export const peopleList = exportable<PersonRow, z.output<typeof peopleFiltersSchema>>({
  name: "people",
  namespace: "people",
  isPersonal: true,
  filters: peopleFiltersSchema,
  columns: [
    { key: "familyName", header: "export.familyName", value: (row) => row.familyName },
    { key: "givenName", header: "export.givenName", value: (row) => row.givenName },
    { key: "email", header: "administration.email", value: (row) => row.email },
    {
      key: "roles",
      header: "administration.roles",
      value: (row, { t }) => row.roles.map((one) => roleName(one, t)).join("; "),
    },
    {
      key: "state",
      header: "administration.state",
      value: (row, { t }) => t(row.disabledAt ? "administration.disabled" : "administration.active"),
    },
    { key: "disabledAt", header: "export.disabledAt", value: (row) => row.disabledAt },
  ],
  page(actor, narrowed, { after, size }) {
    return listPeople(actor, narrowed, { after: readNameCursor(after), size });
  },
});

function roleName({ role, ...scope }: PersonRow["roles"][number], t: Translate): string {
  const name = t(`roles.${role}`);
  const organisation = scope.organisation?.name;
  const programme = scope.programme?.shortTitle;
  if (organisation && programme) return t("rolesOf.inBody", { role: name, organisation, programme });
  if (organisation) return t("rolesOf.inOrganisation", { role: name, organisation });
  return programme ? t("rolesOf.inProgramme", { role: name, programme }) : name;
}
