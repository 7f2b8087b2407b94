import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { DateFields } from "@/components/programmes/date-fields";
import { ButtonLink } from "@/components/ui/button";
import { toDateFields } from "@/lib/programmes/date-fields";
import { partAddress } from "@/lib/programmes/parts/address";
import { factKinds, type PartName } from "@/lib/programmes/parts/schema";
import type { Structure } from "@/lib/programmes/structure/queries";

type Props = {
  programme: { id: string; slug: string; version: number };
  part: PartName;
  /** The row to change; absent for a new one. */
  id?: string;
  structure: Structure;
  organisations: { id: string; name: string }[];
  action: FormAction;
};

/** The form of one row of a list of a programme. */
export function PartForm({ programme, part, id, structure, organisations, action }: Props) {
  const t = useTranslations("programmes.parts");
  const hidden = { programmeId: programme.id, version: programme.version, part, ...(id ? { id } : {}) };
  const fields: Record<PartName, () => ReactNode> = {
    lines: () => <LineFields row={structure.lines.find((one) => one.id === id)} />,
    roles: () => (
      <RoleFields row={structure.roles.find((one) => one.id === id)} organisations={organisations} />
    ),
    contacts: () => <ContactFields row={structure.contacts.find((one) => one.id === id)} />,
    steps: () => <StepFields row={structure.joiningSteps.find((one) => one.id === id)} />,
    facts: () => <FactFields row={structure.facts.find((one) => one.id === id)} />,
  };
  const labels = Object.fromEntries(fieldNames.map((name) => [name, t(`fields.${name}`)]));
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      {fields[part]()}
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink variant="plain" href={partAddress(programme.slug, part)}>
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}

const fieldNames = [
  "kind",
  "title",
  "aim",
  "method",
  "office",
  "description",
  "organisationId",
  "holder",
  "phone",
  "email",
  "url",
  "note",
  "value",
  "text",
  "source",
] as const;

type Row<Key extends "lines" | "roles" | "contacts" | "joiningSteps" | "facts"> =
  | Structure[Key][number]
  | undefined;

function LineFields({ row }: { row: Row<"lines"> }) {
  const t = useTranslations("programmes.parts.fields");
  return (
    <>
      <TextInput name="title" label={t("title")} defaultValue={row?.title} />
      <TextArea name="aim" label={t("aim")} rows={3} defaultValue={row?.aim} />
      <TextArea name="method" label={t("method")} rows={4} defaultValue={row?.method} />
    </>
  );
}

function RoleFields({
  row,
  organisations,
}: {
  row: Row<"roles">;
  organisations: { id: string; name: string }[];
}) {
  const t = useTranslations("programmes.parts.fields");
  return (
    <>
      <TextInput name="title" label={t("title")} defaultValue={row?.title} />
      <TextArea name="description" label={t("description")} optional defaultValue={row?.description} />
      <Select
        name="organisationId"
        label={t("organisationId")}
        optional
        placeholder={t("noOrganisation")}
        defaultValue={row?.organisationId ?? undefined}
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextInput
        name="holder"
        label={t("holder")}
        hint={t("holderHint")}
        optional
        defaultValue={row?.holder ?? undefined}
      />
    </>
  );
}

function ContactFields({ row }: { row: Row<"contacts"> }) {
  const t = useTranslations("programmes.parts.fields");
  return (
    <>
      <TextInput name="office" label={t("office")} defaultValue={row?.office} />
      <TextInput
        name="phone"
        type="tel"
        label={t("phone")}
        width="half"
        optional
        defaultValue={row?.phone ?? undefined}
      />
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        width="half"
        optional
        defaultValue={row?.email ?? undefined}
      />
      <TextInput name="url" type="url" label={t("url")} optional defaultValue={row?.url ?? undefined} />
      <TextInput name="note" label={t("note")} optional defaultValue={row?.note ?? undefined} />
    </>
  );
}

function StepFields({ row }: { row: Row<"joiningSteps"> }) {
  const t = useTranslations("programmes.parts.fields");
  return (
    <>
      <TextInput name="title" label={t("title")} defaultValue={row?.title} />
      <TextArea name="description" label={t("description")} optional defaultValue={row?.description} />
    </>
  );
}

function FactFields({ row }: { row: Row<"facts"> }) {
  const t = useTranslations("programmes.parts.fields");
  const facts = useTranslations("programmes.facts");
  return (
    <>
      <Select
        name="kind"
        label={t("kind")}
        width="half"
        placeholder={t("chooseKind")}
        defaultValue={row?.kind}
        options={factKinds.map((kind) => ({ value: kind, label: facts(`kinds.${kind}`) }))}
      />
      <TextInput name="title" label={t("title")} defaultValue={row?.title} />
      <TextInput
        name="value"
        label={t("value")}
        hint={t("valueHint")}
        width="half"
        optional
        defaultValue={row?.value ?? undefined}
      />
      <TextArea name="text" label={t("text")} optional defaultValue={row?.text} />
      <DateFields name="date" legend={t("date")} values={toDateFields(row?.date ?? null)} />
      <TextInput
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        optional
        defaultValue={row?.source}
      />
    </>
  );
}
