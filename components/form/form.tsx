import { useTranslations } from "next-intl";
import { type ActionFormProps, StatefulForm } from "@/components/form/action-form";

/**
 * A form around a server action that answers with a `FormState`: works without JavaScript, keeps what was typed when it is
 * refused, puts the focus on the summary of errors. Fields inside find their error and value by their name.
 */
export function ActionForm(props: ActionFormProps) {
  const t = useTranslations("ui.form");
  return (
    <StatefulForm
      {...props}
      labels={{
        optional: t("optional"),
        error: t("error"),
        pending: t("pending"),
        errorTitle: t("errorTitle"),
        refusedTitle: t("refusedTitle"),
        unreachable: t("unreachable"),
      }}
    />
  );
}
