import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { PlanObstacle, PlanTable } from "@/components/sessions/plan-table";
import { addressOf, type Href } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { SectionHead } from "@/components/ui/section-head";
import type { PlannedRow } from "@/lib/sessions/series/commands";

type QuestionProps = { page: Href; isShown: boolean; show: string; children: ReactNode };

/** Asks for the dates of a plan, which are shown before anything is saved. */
export function PlanQuestion({ page, isShown, show, children }: QuestionProps) {
  const locale = useLocale();
  return (
    <form method="get" action={addressOf(page, locale)} className="flex flex-wrap items-end gap-x-5 gap-y-4">
      {children}
      <Button variant={isShown ? "outline" : "primary"}>{show}</Button>
    </form>
  );
}

/** The dates of a plan, and the form that saves them where nothing stands in the way. */
export function PlanDates({ title, rows, form }: { title: string; rows: PlannedRow[]; form: ReactNode }) {
  return (
    <section className="space-y-5">
      <SectionHead size="area" title={title} />
      <PlanTable rows={rows} />
      {rows.some((row) => row.overlaps) ? <PlanObstacle /> : form}
    </section>
  );
}

type FormProps = {
  action: FormAction;
  hidden: Record<string, string | number>;
  fieldLabels: Record<string, string>;
  cancel: Href;
  words: { drafts: string; make: string; cancel: string };
  children?: ReactNode;
};

/** Saves the dates that are shown as drafts. */
export function PlanForm({ action, hidden, fieldLabels, cancel, words, children }: FormProps) {
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={fieldLabels}>
      <p>{words.drafts}</p>
      {children}
      <FormActions>
        <SubmitButton>{words.make}</SubmitButton>
        <ButtonLink href={cancel} variant="plain">
          {words.cancel}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
