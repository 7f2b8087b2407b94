import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import type { OrganisationCard } from "@/lib/people/organisations/queries";

/** The organisations as the administrator chooses one. */
export function OrganisationTable({ organisations }: { organisations: OrganisationCard[] }) {
  const t = useTranslations("people");
  return (
    <DataTable
      caption={t("administration.organisations")}
      hiddenCaption
      rows={organisations}
      rowKey={(one) => one.id}
      empty={<p className="text-muted">{t("organisations.none")}</p>}
      columns={[
        {
          key: "name",
          header: t("administration.organisation.name"),
          rowHeader: true,
          cell: (one) => (
            <AppLink
              href={{ pathname: "/area/administration/organisations/[slug]", params: { slug: one.slug } }}
            >
              {one.name}
            </AppLink>
          ),
        },
        { key: "kind", header: t("organisations.kind"), cell: (one) => t(`kinds.${one.kind}`) },
        { key: "city", header: t("organisations.city"), cell: (one) => one.city },
        {
          key: "programmes",
          header: t("organisations.programmes"),
          numeric: true,
          cell: (one) => one.programmes.length,
        },
      ]}
    />
  );
}
