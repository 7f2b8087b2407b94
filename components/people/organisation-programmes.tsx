import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { ProgrammeOfOrganisation } from "@/lib/people/organisations/queries";

/** Programmes of an organisation, each with the part that it has in it. */
export function OrganisationProgrammes({ programmes }: { programmes: ProgrammeOfOrganisation[] }) {
  const t = useTranslations("people");
  if (programmes.length === 0) {
    return <p className="text-base text-muted">{t("organisations.programmesNone")}</p>;
  }
  const partOf = ({ part, roleTitle }: ProgrammeOfOrganisation) => {
    if (part === "promoter" || part === "SELECTED" || part === "ACTIVE" || part === "CONCLUDED") {
      return t(`organisations.part.${part}`);
    }
    return part === "role" ? (roleTitle ?? t("organisations.part.role")) : t(`enrolment.${part}`);
  };
  return (
    <ul className="space-y-1 text-base">
      {programmes.map((one) => (
        <li key={`${one.slug} ${one.part} ${one.roleTitle}`}>
          <AppLink href={{ pathname: "/programmes/[slug]", params: { slug: one.slug } }} lang={one.lang}>
            {one.shortTitle}
          </AppLink>
          <span className="text-muted"> ({partOf(one)})</span>
        </li>
      ))}
    </ul>
  );
}
