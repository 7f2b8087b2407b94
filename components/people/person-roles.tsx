import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import type { PersonView } from "@/lib/people/administration/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  personId: string;
  caption: string;
  roles: PersonView["roles"];
  /** present roles can be ended */
  present?: boolean;
};

/** Roles of a person: where, from when, until when. */
export function PersonRoles({ personId, caption, roles, present }: Props) {
  const t = useTranslations("people");
  const locale = useLocale() as Locale;
  const day = (value: Date | null) => (value ? formatDay(value, locale) : null);
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={roles}
      rowKey={(one) => one.id}
      empty={<p className="text-muted">{t("administration.person.rolesNone")}</p>}
      columns={[
        {
          key: "role",
          header: t("administration.role"),
          rowHeader: true,
          cell: (one) => t(`roles.${one.role}`),
        },
        {
          key: "scope",
          header: t("administration.person.scope"),
          cell: (one) =>
            [one.organisation?.name, one.programme?.shortTitle].filter(Boolean).join(", ") ||
            t("administration.person.portal"),
        },
        { key: "from", header: t("administration.person.from"), cell: (one) => day(one.fromAt) },
        { key: "to", header: t("administration.person.to"), cell: (one) => day(one.toAt) },
        {
          key: "actions",
          header: t("members.actions"),
          hiddenHeader: true,
          cell: (one) =>
            present ? (
              <AppLink
                href={{
                  pathname: "/area/administration/people/[id]",
                  params: { id: personId },
                  query: { end: one.id },
                }}
                className="py-1"
              >
                {t("members.end")}
              </AppLink>
            ) : null,
        },
      ]}
    />
  );
}
