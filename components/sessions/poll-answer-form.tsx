import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { PollReply } from "@/lib/platform/db/generated/enums";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PollView } from "@/lib/sessions/polls/queries";

type Props = { action: FormAction; poll: PollView; mine: NonNullable<PollView["mine"]> };

/** One's own answer to each date: three choices, or none yet. */
export function PollAnswerForm({ action, poll, mine }: Props) {
  const t = useTranslations("planning.poll");
  const locale = useLocale() as Locale;
  const options = poll.options.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return (
    <ActionForm action={action} hidden={{ id: poll.id }} id="answers" className="max-w-[52rem] space-y-5">
      <div className="divide-y divide-hairline border-hairline border-b">
        {options.map((option) => (
          <div key={option.id} className="py-4">
            <RadioGroup
              name={`answers.${option.id}`}
              label={formatRange(option.startsAt, option.endsAt, locale)}
              hint={
                option.dayOff
                  ? t("dayOff", { kind: option.dayOff.kind, name: option.dayOff.name ?? "" })
                  : undefined
              }
              inline
              choices={[
                ...Object.values(PollReply).map((value) => ({ value, label: t(`reply.${value}`) })),
                { value: "", label: t("reply.NONE") },
              ]}
              defaultValue={mine[option.id] ?? ""}
            />
          </div>
        ))}
      </div>
      <SubmitButton>{t("answer")}</SubmitButton>
    </ActionForm>
  );
}
