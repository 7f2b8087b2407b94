import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { CoordinatorFields } from "@/components/programmes/coordinator-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The new start, for which the dates are shown before anything is made. */
export function CloneStart({ slug, start }: { slug: string; start: string | undefined }) {
  const t = useTranslations("programmes.clone");
  const locale = useLocale() as Locale;
  const address = getPathname({
    href: { pathname: "/area/programmes/[slug]/clone", params: { slug } },
    locale,
  });
  return (
    <form method="get" action={address} className="flex flex-wrap items-end gap-4">
      <DateField name="start" label={t("startField")} hint={t("startHint")} defaultValue={start} />
      <Button variant={start ? "outline" : "primary"}>{t("preview")}</Button>
    </form>
  );
}

type Props = {
  action: FormAction;
  source: { slug: string; title: string; shortTitle: string };
  start: string;
};

/** Name, address and coordinator of the new edition; makes it with the dates shown above. */
export function CloneForm({ action, source, start }: Props) {
  const t = useTranslations("programmes.clone");
  const words = useTranslations("programmes.new");
  const labels = {
    title: words("title"),
    shortTitle: words("shortTitle"),
    slug: words("slug"),
    coordinatorEmail: words("coordinatorEmail"),
    start: t("startField"),
  };
  return (
    <ActionForm action={action} hidden={{ source: source.slug, start }} fieldLabels={labels}>
      <TextInput name="title" label={labels.title} maxLength={200} defaultValue={source.title} />
      <TextInput
        name="shortTitle"
        label={labels.shortTitle}
        maxLength={80}
        defaultValue={t("nextTitle", { title: source.shortTitle })}
      />
      <TextInput
        name="slug"
        label={labels.slug}
        hint={words("slugHint")}
        width="half"
        autoComplete="off"
        defaultValue={`${source.slug.slice(0, 55)}-${start.slice(0, 4)}`}
      />
      <CoordinatorFields />
      <FormActions>
        <SubmitButton>{t("confirm")}</SubmitButton>
        <ButtonLink
          variant="plain"
          href={{ pathname: "/area/programmes/[slug]", params: { slug: source.slug } }}
        >
          {words("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
