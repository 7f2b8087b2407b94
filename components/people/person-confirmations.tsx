import { UserMinus, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import type { PersonView } from "@/lib/people/administration/queries";
import { disablePersonAction, endRoleAction } from "@/lib/people/roles/actions";

type Props = { person: PersonView; roleId?: string };

/** Asks before a role ends, or, without one, before the person is disabled. */
export function PersonConfirmation({ person, roleId }: Props) {
  const t = useTranslations("people");
  const name = `${person.givenName} ${person.familyName}`;
  const back = { pathname: "/area/administration/people/[id]", params: { id: person.id } } as const;
  const role = person.roles.find(({ id }) => id === roleId);
  const cancel = { href: back, label: t("confirm.cancel") };
  if (role) {
    return (
      <ConfirmPage
        title={t("confirm.endRole.title", { name })}
        action={endRoleAction}
        hidden={{ id: role.id }}
        confirm={{ label: t("confirm.endRole.submit"), icon: <UserMinus /> }}
        cancel={cancel}
      >
        <p>{t("confirm.endRole.text", { name, role: t(`roles.${role.role}`) })}</p>
      </ConfirmPage>
    );
  }
  return (
    <ConfirmPage
      title={t("confirm.disable.title", { name })}
      action={disablePersonAction}
      hidden={{ id: person.id }}
      confirm={{ label: t("confirm.disable.submit"), icon: <UserX /> }}
      cancel={cancel}
    >
      <p>{t("confirm.disable.text")}</p>
    </ConfirmPage>
  );
}
