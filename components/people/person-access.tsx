import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { ShieldOff, UserCheck, UserX } from "@/components/ui/icons";
import type { PersonView } from "@/lib/people/administration/queries";
import { enablePersonAction } from "@/lib/people/roles/actions";

/** Stops a person from signing in, or lets them in again; helps whoever lost the second factor. */
export function PersonAccess({ person }: { person: PersonView }) {
  const t = useTranslations("people.administration.person");
  if (person.disabledAt) {
    return (
      <ActionForm action={enablePersonAction} hidden={{ id: person.id }} className="">
        <SubmitButton variant="outline" size={40} icon={<UserCheck />}>
          {t("enable")}
        </SubmitButton>
      </ActionForm>
    );
  }
  const page = { pathname: "/area/administration/people/[id]", params: { id: person.id } } as const;
  return (
    <>
      <ButtonLink variant="danger" size={40} icon={<UserX />} href={{ ...page, query: { disable: "1" } }}>
        {t("disable")}
      </ButtonLink>
      {person.secondFactorSince ? (
        <ButtonLink
          variant="outline"
          size={40}
          icon={<ShieldOff />}
          href={{ ...page, query: { reset: "1" } }}
        >
          {t("resetFactor")}
        </ButtonLink>
      ) : null}
    </>
  );
}
