import { useTranslations } from "next-intl";
import { Checkbox, CheckboxGroup } from "@/components/form/checkbox";
import { DateField, TimeRangeFields } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { AgendaFields } from "@/components/sessions/agenda-fields";
import { useAgendaLabels } from "@/components/sessions/agenda-labels";
import { ConferenceFields } from "@/components/sessions/conference-fields";
import type { Href } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { Audience, SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";
import type { PlanningOptions, SessionDraft } from "@/lib/sessions/planning/queries";

type Props = {
  action: FormAction;
  planning: PlanningOptions;
  /** hidden fields: the programme and a fresh identifier, or identifier and version */
  hidden: Record<string, string | number>;
  draft?: Pick<SessionDraft, "fields" | "agenda" | "bodies" | "state"> & { isInSeries?: boolean };
  cancel: Href;
};

/** The form of a session: new, a draft, or convened and to be changed. */
export function SessionForm({ action, planning, hidden, draft, cancel }: Props) {
  const t = useTranslations("sessions.form");
  const words = useTranslations("planning");
  const values = draft?.fields ?? {};
  const isConvened = draft?.state === "CONVENED";
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={useFieldLabels()}>
      {/* The key "Enter" presses the first button: it must not be the one that adds a row. */}
      <Button name="intent" value="draft" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t("saveDraft")}
      </Button>
      <What values={values} planning={planning} />
      <When values={values} />
      <How values={values} planning={planning} />
      <Who values={values} planning={planning} bodies={draft?.bodies ?? []} />
      <AgendaFields points={draft?.agenda ?? []} times={values} labels={useAgendaLabels()} />
      <FormActions>
        {isConvened ? (
          <SubmitButton name="intent" value="draft">
            {t("save")}
          </SubmitButton>
        ) : (
          <>
            <SubmitButton name="intent" value="continue">
              {t("continue")}
            </SubmitButton>
            <SubmitButton name="intent" value="draft" variant="outline">
              {t("saveDraft")}
            </SubmitButton>
            {draft?.isInSeries ? null : (
              <SubmitButton name="intent" value="series" variant="outline">
                {words("form.series")}
              </SubmitButton>
            )}
          </>
        )}
        <ButtonLink href={cancel} variant="plain">
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}

type Part = { values: Record<string, string>; planning: PlanningOptions };

function What({ values, planning }: Part) {
  const t = useTranslations("sessions");
  return (
    <>
      <Select
        name="kind"
        label={t("form.kind")}
        options={Object.values(SessionKind).map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={values.kind ?? (planning.nextOrdinals.KICK_OFF ? "ASSISTANCE" : "KICK_OFF")}
        width="half"
      />
      <TextInput
        name="ordinal"
        label={t("form.ordinal")}
        hint={t("form.ordinalHint")}
        optional
        width="number"
        inputMode="numeric"
        maxLength={2}
        defaultValue={values.ordinal}
      />
      <TextInput
        name="title"
        label={t("form.title")}
        hint={t("form.titleHint")}
        maxLength={200}
        defaultValue={values.title}
      />
      <TextArea
        name="description"
        label={t("form.description")}
        hint={t("form.descriptionHint")}
        optional
        rows={3}
        defaultValue={values.description}
      />
      {planning.phases.length > 0 ? (
        <Select
          name="phase"
          label={t("form.phase")}
          optional
          placeholder={t("form.noPhase")}
          options={planning.phases.map((one) => ({ value: one.id, label: one.name }))}
          defaultValue={values.phase}
        />
      ) : null}
    </>
  );
}

function When({ values }: Pick<Part, "values">) {
  const t = useTranslations("sessions.form");
  const words = useTranslations("planning.form");
  return (
    <>
      <DateField name="date" label={t("date")} hint={t("dateHint")} defaultValue={values.date} />
      <Checkbox name="anyway" label={t("anyway")} />
      <div>
        <TimeRangeFields
          start={{ name: "start", label: t("start"), defaultValue: values.start }}
          end={{ name: "end", label: t("end"), defaultValue: values.end }}
        />
        <p className="mt-1.5 text-meta text-muted">{t("timeNote")}</p>
      </div>
      <Checkbox name="busyAnyway" label={words("busyAnyway")} hint={words("busyAnywayHint")} />
      <fieldset className="space-y-4">
        <legend className="font-semibold text-[1.0625rem]">{t("announced")}</legend>
        <p className="text-meta text-muted">{t("announcedHint")}</p>
        <TextInput
          name="announcedNote"
          label={t("announcedNote")}
          hint={t("announcedNoteHint")}
          optional
          maxLength={120}
          width="half"
          defaultValue={values.announcedNote}
        />
        <TextInput
          name="announcedMinutes"
          label={t("announcedMinutes")}
          optional
          width="number"
          inputMode="numeric"
          defaultValue={values.announcedMinutes}
        />
      </fieldset>
    </>
  );
}

function How({ values, planning }: Part) {
  const t = useTranslations("sessions");
  return (
    <>
      <RadioGroup
        name="mode"
        label={t("form.mode")}
        choices={Object.values(SessionMode).map((value) => ({
          value,
          label: t(`mode.${value}`),
          hint: value === "WEBCONFERENCE" ? t("form.modeRoom") : undefined,
        }))}
        defaultValue={values.mode ?? "WEBCONFERENCE"}
      />
      <ConferenceFields values={values} providers={planning.providers} />
      <TextInput
        name="place"
        label={t("form.place")}
        hint={t("form.placeHint")}
        optional
        maxLength={300}
        defaultValue={values.place}
      />
      <Select
        name="host"
        label={t("form.host")}
        optional
        placeholder={t("form.noHost")}
        options={planning.hosts.map((one) => ({ value: one.id, label: one.name }))}
        defaultValue={values.host}
      />
      <Checkbox name="isFree" label={t("form.isFree")} defaultChecked={(values.isFree ?? "on") === "on"} />
    </>
  );
}

function Who({ values, planning, bodies }: Part & { bodies: string[] }) {
  const t = useTranslations("sessions.form");
  const places = useTranslations("replies.capacity");
  const audiences = {
    PUBLIC: t("audiencePublic"),
    ANNOUNCED: t("audienceAnnounced"),
    PROGRAMME: t("audienceProgramme"),
  };
  return (
    <>
      <RadioGroup
        name="audience"
        label={t("audience")}
        choices={Object.values(Audience)
          .toReversed()
          .map((value) => ({ value, label: audiences[value] }))}
        defaultValue={values.audience ?? "ANNOUNCED"}
      />
      <TextInput
        name="capacity"
        label={places("label")}
        hint={places("hint")}
        optional
        width="number"
        inputMode="numeric"
        maxLength={5}
        defaultValue={values.capacity}
      />
      <RadioGroup
        name="convened"
        label={t("convened")}
        hint={t("convenedHint")}
        choices={[
          { value: "all", label: t("convenedAll") },
          { value: "some", label: t("convenedSome"), disabled: planning.bodies.length === 0 },
        ]}
        defaultValue={values.convened ?? "all"}
      />
      {planning.bodies.length > 0 ? (
        <CheckboxGroup
          name="bodies[]"
          label={t("bodies")}
          optional
          columns
          choices={planning.bodies.map((one) => ({ value: one.id, label: one.name }))}
          defaultValues={bodies}
        />
      ) : (
        <p className="text-muted">{t("noBodies")}</p>
      )}
    </>
  );
}

function useFieldLabels(): Record<string, string> {
  const t = useTranslations("sessions.form");
  const room = useTranslations("conference.form");
  const places = useTranslations("replies.capacity");
  return {
    kind: t("kind"),
    ordinal: t("ordinal"),
    title: t("title"),
    description: t("description"),
    phase: t("phase"),
    date: t("date"),
    start: t("start"),
    end: t("end"),
    announcedNote: t("announcedNote"),
    announcedMinutes: t("announcedMinutes"),
    mode: t("mode"),
    provider: room("provider"),
    url: room("url"),
    doorsMinutes: room("doorsMinutes"),
    fallbackUrl: room("fallbackUrl"),
    fallbackPhone: room("fallbackPhone"),
    place: t("place"),
    host: t("host"),
    audience: t("audience"),
    capacity: places("label"),
    convened: t("convened"),
    bodies: t("bodies"),
    agenda: t("agenda"),
    "agenda.#.title": t("pointNumber", { number: "#" }),
    "agenda.#.owner": t("ownerNumber", { number: "#" }),
    "agenda.#.minutes": t("minutesNumber", { number: "#" }),
  };
}
