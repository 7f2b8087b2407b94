import { useTranslations } from "next-intl";
import { RoleName } from "@/components/people/role-name";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip } from "@/components/ui/state-chip";
import type { PersonRow } from "@/lib/people/administration/queries";

/** People with address, roles and whether they may sign in. */
export function PersonTable({ people }: { people: PersonRow[] }) {
  const t = useTranslations("people.administration");
  return (
    <DataTable
      caption={t("people")}
      hiddenCaption
      rows={people}
      rowKey={(one) => one.id}
      empty={
        <EmptyState title={t("peopleNone")}>
          <p>{t("peopleNoneNext")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: (one) => (
            <AppLink href={{ pathname: "/area/administration/people/[id]", params: { id: one.id } }}>
              {one.familyName} {one.givenName}
            </AppLink>
          ),
        },
        {
          key: "email",
          header: t("email"),
          cell: (one) => (
            <>
              {one.email}
              {one.isUnreachable ? (
                <span className="mt-1 block">
                  <StateChip tone="late">{t("unreachable")}</StateChip>
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "roles",
          header: t("roles"),
          cell: (one) =>
            one.roles.length === 0 ? (
              <span className="text-muted">{t("noRoles")}</span>
            ) : (
              <ul className="text-meta">
                {one.roles.map((role) => (
                  <li key={role.id}>
                    <RoleName
                      role={role.role}
                      organisation={role.organisation?.name}
                      programme={role.programme?.shortTitle}
                    />
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: "state",
          header: t("state"),
          cell: (one) =>
            one.disabledAt ? (
              <StateChip tone="cancelled">{t("disabled")}</StateChip>
            ) : (
              <StateChip tone="approved">{t("active")}</StateChip>
            ),
        },
      ]}
    />
  );
}
