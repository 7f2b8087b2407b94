import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink } from "@/components/ui/app-link";
import { hoursToConfirm } from "@/lib/newsletter/subscribing/validity";

type Props = {
  action: FormAction;
  programmes: { id: string; shortTitle: string }[];
  /** the programme from whose pages one comes */
  chosen?: string | undefined;
};

/** Where a visitor asks for the newsletter: the address, of which programme, what is kept of it. */
export function SubscribeForm({ action, programmes, chosen }: Props) {
  const t = useTranslations("newsletter.subscribe");
  return (
    <ActionForm
      id="subscribe"
      action={action}
      hidden={{ locale: useLocale() }}
      fieldLabels={{ email: t("email"), programme: t("programme") }}
    >
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        maxLength={254}
        autoComplete="email"
      />
      <Select
        name="programme"
        label={t("programme")}
        placeholder={t("all")}
        defaultValue={chosen}
        options={programmes.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
      />
      <p className="measure text-meta text-muted">
        {t("privacy", { hours: hoursToConfirm })} <AppLink href="/privacy">{t("privacyLink")}</AppLink>
      </p>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
