import { useTranslations } from "next-intl";
import type { Role } from "@/lib/platform/db/generated/enums";

type Props = { role: Role; organisation?: string | null; programme?: string | null };

/** A role with what it is held in: "Referente, Camera di Valfiorita, programma «…»". */
export function RoleName({ role, organisation, programme }: Props) {
  const t = useTranslations("people");
  const name = t(`roles.${role}`);
  if (organisation && programme) return t("rolesOf.inBody", { role: name, organisation, programme });
  if (organisation) return t("rolesOf.inOrganisation", { role: name, organisation });
  if (programme) return t("rolesOf.inProgramme", { role: name, programme });
  return name;
}
