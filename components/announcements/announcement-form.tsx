import { useLocale, useTranslations } from "next-intl";
import { Checkbox, CheckboxGroup } from "@/components/form/checkbox";
import { DateTimeFields } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { Preview } from "@/components/form/preview";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Eye } from "@/components/ui/icons";
import type { AnnouncementPage } from "@/lib/announcements/queries";
import { romeDay, romeTime } from "@/lib/platform/rome-time";

type Props = {
  action: FormAction;
  /** of the programme and the form, or of the announcement and what was shown */
  hidden: Record<string, string | number>;
  bodies: { id: string; shortName: string }[];
  cancel: Href;
  /** to be changed; a new one without */
  announcement?: Pick<
    AnnouncementPage,
    "title" | "markdown" | "state" | "publishAt" | "isForAll" | "mustAcknowledge" | "bodies"
  >;
};

/** Where an announcement is written or changed: text, to whom, when, what is asked of its readers. */
export function AnnouncementForm({ action, hidden, bodies, cancel, announcement }: Props) {
  const t = useTranslations("announcements.form");
  const locale = useLocale();
  const waits = announcement?.state === "SCHEDULED";
  return (
    <ActionForm
      id="announcement"
      action={action}
      hidden={{ ...hidden, ...(announcement ? {} : { lang: locale }) }}
      fieldLabels={{
        title: t("title"),
        text: t("text"),
        to: t("to"),
        bodies: t("bodies"),
        date: t("date"),
        time: t("time"),
      }}
      className="max-w-[43rem] space-y-6"
    >
      <TextInput name="title" label={t("title")} maxLength={200} defaultValue={announcement?.title} />
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={10}
        defaultValue={announcement?.markdown}
      />
      <RadioGroup
        name="to"
        label={t("to")}
        defaultValue={announcement?.isForAll === false ? "some" : "all"}
        choices={[
          { value: "all", label: t("toAll"), hint: t("toAllHint") },
          { value: "some", label: t("toSome") },
        ]}
      />
      <CheckboxGroup
        name="bodies[]"
        label={t("bodies")}
        hint={t("bodiesHint")}
        optional
        columns
        choices={bodies.map((body) => ({ value: body.id, label: body.shortName }))}
        defaultValues={announcement?.bodies.map(({ id }) => id) ?? []}
      />
      <Checkbox
        name="mustAcknowledge"
        label={t("mustAcknowledge")}
        hint={t("mustAcknowledgeHint")}
        defaultChecked={announcement?.mustAcknowledge}
      />
      {announcement ? null : <Checkbox name="byMail" label={t("byMail")} hint={t("byMailHint")} />}
      {announcement && !waits ? null : (
        <DateTimeFields
          legend={t("when")}
          date={{
            name: "date",
            label: t("date"),
            hint: t("whenHint"),
            optional: true,
            defaultValue: waits ? romeDay(announcement.publishAt) : undefined,
          }}
          time={{
            name: "time",
            label: t("time"),
            optional: true,
            defaultValue: waits ? romeTime(announcement.publishAt) : undefined,
          }}
        />
      )}
      <Preview label={t("previewOf")} />
      <div className="flex flex-col flex-wrap gap-3 sm:flex-row sm:items-center">
        <SubmitButton>{announcement ? t("save") : t("publish")}</SubmitButton>
        <SubmitButton variant="outline" icon={<Eye />} name="_preview" value="1">
          {t("preview")}
        </SubmitButton>
        <AppLink href={cancel} className="py-2 font-semibold">
          {t("cancel")}
        </AppLink>
      </div>
    </ActionForm>
  );
}
