import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Preview } from "@/components/form/preview";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { AppLink } from "@/components/ui/app-link";
import { Eye } from "@/components/ui/icons";
import type { WelcomeForm as Form } from "@/lib/animation/welcome/queries";

type Props = { slug: string; form: Form; action: FormAction };

/** How the new are greeted: the discussion in which they introduce themselves, and the text. */
export function WelcomeForm({ slug, form: { welcome, threads }, action }: Props) {
  const t = useTranslations("animation.welcome");
  const locale = useLocale();
  return (
    <div className="max-w-[43rem] space-y-6">
      <ActionForm
        id="welcome"
        action={action}
        hidden={{ programme: slug, version: welcome?.version ?? 0, lang: locale }}
        fieldLabels={{ threadId: t("thread"), text: t("text") }}
        className="space-y-6"
      >
        <Select
          name="threadId"
          label={t("thread")}
          hint={t("threadHint")}
          optional
          placeholder={t("noThread")}
          defaultValue={welcome?.threadId ?? undefined}
          options={threads.map(({ id, title, category }) => ({
            value: id,
            label: t(category.isPublic ? "threadInPublic" : "threadIn", { title, category: category.title }),
          }))}
        />
        <TextArea
          name="text"
          label={t("text")}
          hint={t("textHint")}
          optional
          rows={10}
          defaultValue={welcome?.markdown}
        />
        <Preview label={t("previewOf")} />
        <div className="flex flex-col flex-wrap gap-3 sm:flex-row sm:items-center">
          <SubmitButton>{t("save")}</SubmitButton>
          <SubmitButton variant="outline" icon={<Eye />} name="_preview" value="1">
            {t("preview")}
          </SubmitButton>
          <AppLink
            href={{ pathname: "/area/programmes/[slug]/animation/participation", params: { slug } }}
            className="py-2 font-semibold"
          >
            {t("cancel")}
          </AppLink>
        </div>
      </ActionForm>
      <details>
        <summary className="cursor-pointer py-1 font-semibold text-link">{t("usual")}</summary>
        <p className="measure whitespace-pre-line pt-2">{t("usualText")}</p>
      </details>
    </div>
  );
}
