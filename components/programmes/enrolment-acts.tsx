import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { enrolmentMoves, movesWithReason } from "@/lib/programmes/lifecycle";
import type { Body } from "@/lib/programmes/queries";

type Props = {
  body: Body;
  /** Names of the roles that may agree, as the programme calls them. */
  parties: string[];
  moveAction: FormAction;
};

/** What the coordinator may do with an enrolment now, each act a form of its own that asks for what it needs. */
export function EnrolmentActs({ body, parties, moveAction }: Props) {
  const t = useTranslations("programmes.enrolment");
  const moves = enrolmentMoves(body.state);
  const agreed = new Set(body.consents.map(({ onBehalfOf }) => onBehalfOf));
  const open = parties.filter((party) => !agreed.has(party));
  if (moves.length === 0) return <p className="text-muted">{t("noMoves")}</p>;
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {moves.map((move) => (
        <li key={move} className="py-5">
          <h3 className="text-h4">{t(`moves.${move}`)}</h3>
          <p className="measure mt-1 text-meta text-muted">{t(`movesHint.${move}`)}</p>
          <ActionForm
            action={moveAction}
            id={`move-${move}`}
            className="mt-3 max-w-[40rem] space-y-4"
            hidden={{ enrolmentId: body.enrolmentId, version: body.version, move }}
            fieldLabels={{ reason: t("reason"), agreed: t("agreed") }}
          >
            {move === "select" && open.length > 0 ? (
              <CheckboxGroup
                name="agreed[]"
                label={t("agreed")}
                hint={t("agreedHint")}
                optional={agreed.size > 0}
                choices={open.map((party) => ({ value: party, label: party }))}
              />
            ) : null}
            {movesWithReason.includes(move) ? (
              <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
            ) : null}
            <SubmitButton size={40} variant={movesWithReason.includes(move) ? "danger" : "outline"}>
              {t(`moves.${move}`)}
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

/** Agreement to a selection on behalf of the client, the faculty or another party. */
export function AgreeForm({
  body,
  suggested,
  action,
}: {
  body: Body;
  suggested?: string;
  action: FormAction;
}) {
  const t = useTranslations("programmes.enrolment");
  return (
    <ActionForm
      action={action}
      id="agree"
      hidden={{ enrolmentId: body.enrolmentId }}
      fieldLabels={{ onBehalfOf: t("onBehalfOf") }}
    >
      <TextInput name="onBehalfOf" label={t("onBehalfOf")} width="half" defaultValue={suggested} />
      <SubmitButton size={40}>{t("agree")}</SubmitButton>
    </ActionForm>
  );
}
