import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { enterFormId } from "@/components/sessions/room-doors";
import { AppLink } from "@/components/ui/app-link";
import { Video } from "@/components/ui/icons";

/** Asks a guest for a name, open doors or not. */
export function GuestName({ action, token }: { action: FormAction; token: string }) {
  const t = useTranslations("conference.guest");
  return (
    <ActionForm
      action={action}
      hidden={{ token }}
      fieldLabels={{ name: t("name") }}
      className="max-w-[26rem] space-y-6"
      id="name"
    >
      <TextInput name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" maxLength={80} />
      <p className="text-meta text-muted">
        {t.rich("privacy", { notice: (text) => <AppLink href="/privacy">{text}</AppLink> })}
      </p>
      <FormActions>
        <SubmitButton>{t("continue")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** Lets a guest in who has said a name, by the room or by the fallback link. */
export function GuestEntry({
  action,
  token,
  guest,
  label,
  way,
}: {
  action: FormAction;
  token: string;
  guest: string;
  label: string;
  way?: "fallback";
}) {
  return (
    <ActionForm
      action={action}
      hidden={{ token, guest, ...(way ? { way } : {}) }}
      id={way ?? enterFormId}
      className=""
    >
      <SubmitButton icon={<Video />} variant={way ? "outline" : undefined}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
