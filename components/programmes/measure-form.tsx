import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import type { Indicator } from "@/lib/programmes/indicators/queries";

type Props = {
  action: FormAction;
  slug: string;
  indicator: Indicator;
  /** The bodies asked; none = one figure for the whole programme. */
  bodies: { organisationId: string; shortName: string }[];
  today: string;
};

/** The figures of one day, a row a body. An empty row says that the figure was not received. */
export function MeasureForm({ action, slug, indicator, bodies, today }: Props) {
  const t = useTranslations("programmes.measure");
  const rows = bodies.length > 0 ? bodies : [{ organisationId: "", shortName: t("whole") }];
  const known = (organisationId: string) =>
    indicator.last.find((one) => (one.organisationId ?? "") === organisationId);
  const labels: Record<string, string> = { observedOn: t("observedOn"), source: t("source") };
  for (const [index, body] of rows.entries()) {
    labels[`rows.${index}.value`] = t("valueOf", { body: body.shortName });
    labels[`rows.${index}.total`] = t("totalOf", { body: body.shortName });
  }
  const hidden: Record<string, string> = { indicatorId: indicator.id };
  for (const [index, body] of rows.entries()) hidden[`rows.${index}.organisationId`] = body.organisationId;
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      <DateField name="observedOn" label={labels.observedOn} max={today} defaultValue={today} />
      <TextInput
        name="source"
        label={labels.source}
        hint={t("sourceHint")}
        optional
        defaultValue={indicator.last[0]?.source}
      />
      <p className="text-muted">{t("missingHint")}</p>
      <div className="space-y-4">
        {rows.map((body, index) => {
          const reading = known(body.organisationId);
          return (
            <fieldset key={body.organisationId} className="border-hairline border-t pt-3">
              <legend className="sr-only">{body.shortName}</legend>
              <p aria-hidden="true" className="font-semibold">
                {body.shortName}
              </p>
              <div className="mt-2 flex flex-wrap gap-x-5 gap-y-3">
                <TextInput
                  name={`rows.${index}.value`}
                  label={indicator.unit}
                  width="short"
                  inputMode="decimal"
                  optional
                  defaultValue={reading?.value?.toString().replace(".", ",")}
                />
                {indicator.isShare ? (
                  <TextInput
                    name={`rows.${index}.total`}
                    label={t("total")}
                    width="short"
                    inputMode="decimal"
                    optional
                    defaultValue={reading?.total?.toString().replace(".", ",")}
                  />
                ) : null}
              </div>
            </fieldset>
          );
        })}
      </div>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink
          variant="plain"
          href={{ pathname: "/area/programmes/[slug]/indicators/[id]", params: { slug, id: indicator.id } }}
        >
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
