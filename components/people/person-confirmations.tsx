import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import { RadioGroup } from "@/components/form/radio-group";
import { ShieldOff, UserMinus, UserX } from "@/components/ui/icons";
import { resetSecondFactorAction } from "@/lib/people/administration/actions";
import type { PersonView } from "@/lib/people/administration/queries";
import { disablePersonAction, endRoleAction } from "@/lib/people/roles/actions";
import { resetReasons } from "@/lib/people/second-factor/schema";

type Props = { person: PersonView; role?: PersonView["roles"][number] };

/** Asks before a role ends, or, without one, before the person is disabled. */
export function PersonConfirmation({ person, role }: Props) {
  const t = useTranslations("people");
  const name = `${person.givenName} ${person.familyName}`;
  const cancel = { href: pageOf(person), label: t("confirm.cancel") };
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

/** Asks for the reason before a lost second factor is taken away. */
export function ResetConfirmation({ person }: { person: PersonView }) {
  const t = useTranslations("people.confirm");
  return (
    <ConfirmPage
      title={t("resetFactor.title", { name: `${person.givenName} ${person.familyName}` })}
      action={resetSecondFactorAction}
      hidden={{ id: person.id }}
      fieldLabels={{ reason: t("resetFactor.reason") }}
      fields={
        <RadioGroup
          name="reason"
          label={t("resetFactor.reason")}
          choices={resetReasons.map((value) => ({ value, label: t(`resetFactor.reasons.${value}`) }))}
        />
      }
      confirm={{ label: t("resetFactor.submit"), icon: <ShieldOff /> }}
      cancel={{ href: pageOf(person), label: t("cancel") }}
    >
      <p>{t("resetFactor.text")}</p>
    </ConfirmPage>
  );
}

function pageOf({ id }: PersonView) {
  return { pathname: "/area/administration/people/[id]", params: { id } } as const;
}
