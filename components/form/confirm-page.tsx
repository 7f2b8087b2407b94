import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { Href } from "@/components/ui/app-link";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";

type Props = {
  title: string;
  crumbs?: Crumb[];
  /** What happens, to whom, and whether it can be undone. */
  children: ReactNode;
  /** Fields such as a reason, shown above the buttons. */
  fields?: ReactNode;
  action: FormAction;
  hidden?: Record<string, string | number>;
  fieldLabels?: Record<string, string>;
  confirm: { label: string; icon?: ReactNode };
  cancel: { href: Href; label: string };
  tone?: "danger" | "primary";
};

/** A step that cannot simply be undone, as a page of its own: says what follows, then asks. */
export function ConfirmPage({
  title,
  crumbs,
  children,
  fields,
  action,
  hidden,
  fieldLabels,
  confirm,
  cancel,
  tone = "danger",
}: Props) {
  return (
    <div className="space-y-6">
      <PageHead title={title} crumbs={crumbs} size="area" />
      <div className="measure space-y-3">{children}</div>
      <ActionForm action={action} hidden={hidden} fieldLabels={fieldLabels}>
        {fields}
        <FormActions>
          <SubmitButton variant={tone} icon={confirm.icon}>
            {confirm.label}
          </SubmitButton>
          <ButtonLink href={cancel.href} variant="plain">
            {cancel.label}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  );
}
