import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { UserPlus } from "@/components/ui/icons";

type Props = {
  id: string;
  people: { personId: string; name: string; body: string | null }[];
  action: FormAction;
};

/** Somebody of the programme who came without an invitation: chosen from its people, one at a time. */
export function AddAttendee({ id, people, action }: Props) {
  const t = useTranslations("attendance.form");
  return (
    <section aria-labelledby="add-attendee" className="max-w-[52rem] border-hairline border-t pt-6">
      <h2 id="add-attendee" className="text-h3">
        {t("add")}
      </h2>
      <p className="measure mt-1 text-meta text-muted">
        {people.length > 0 ? t("addHint") : t("nobodyToAdd")}
      </p>
      {people.length > 0 ? (
        <ActionForm
          action={action}
          hidden={{ id }}
          fieldLabels={{ person: t("person") }}
          className="mt-4 max-w-[36rem] space-y-4"
        >
          <Select
            name="person"
            label={t("person")}
            hint={t("addFirst")}
            placeholder={t("choose")}
            options={people.map(({ personId, name, body }) => ({
              value: personId,
              label: body ? t("personBody", { name, body }) : name,
            }))}
          />
          <SubmitButton variant="outline" size={40} icon={<UserPlus />}>
            {t("addButton")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
