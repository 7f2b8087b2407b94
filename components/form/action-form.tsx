"use client";

import { type FormEvent, type ReactNode, startTransition, useEffect, useId, useMemo, useRef } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormContext, type FormLabels } from "@/components/form/form-context";
import { type FormAction, useSentForm } from "@/components/form/sent-form";
import { summaryItems } from "@/components/form/summary-items";
import { CircleCheck } from "@/components/ui/icons";
import { type FormState, idle } from "@/lib/platform/form-state";

export type ActionFormProps = {
  action: FormAction;
  initialState?: FormState;
  children: ReactNode;
  /** Prefix of the fields' ids; made when absent. */
  id?: string;
  /** Names the fields in the error summary ("Data: è un giorno festivo") and orders its lines; "#" is any row's number. */
  fieldLabels?: Record<string, string>;
  hidden?: Record<string, string | number>;
  className?: string;
  /** Empties the form after success, for composers that stay on the page. */
  resetWhenDone?: boolean;
};

/** The client half of `form.tsx`: state, focus, pending; use `ActionForm` from there. */
export function StatefulForm({
  action,
  initialState = idle,
  children,
  id,
  fieldLabels = {},
  hidden = {},
  className = "max-w-[40rem] space-y-7",
  resetWhenDone,
  labels,
}: ActionFormProps & { labels: FormLabels & { unreachable: string } }) {
  const { state, pending, dispatch, send } = useSentForm(action, initialState, labels.unreachable);
  const made = useId();
  const formId = id ?? made;
  const form = useRef<HTMLFormElement>(null);
  const report = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status === "refused" || state.status === "done") report.current?.focus();
    if (state.status === "done" && resetWhenDone) form.current?.reset();
  }, [state, resetWhenDone]);

  const refused = state.status === "refused" ? state : undefined;
  const preview = state.status === "preview" ? state : undefined;
  const told = state.status === "done" ? state.message : refused?.asAsked && refused.summary;
  const context = useMemo(
    () => ({
      id: formId,
      pending,
      refused: Boolean(refused ?? preview),
      errors: refused?.fieldErrors ?? {},
      values: (refused ?? preview)?.values ?? {},
      preview: preview?.html,
      labels,
    }),
    [formId, pending, refused, preview, labels],
  );

  // React empties a form after its action; dispatching by hand keeps what was typed.
  function submit(event: FormEvent<HTMLFormElement>) {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => send(data));
  }

  return (
    <form
      ref={form}
      id={`${formId}-form`}
      action={dispatch}
      onSubmit={submit}
      noValidate
      className={className}
      aria-busy={pending}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused && !refused.asAsked ? (
        <ErrorSummary
          ref={report}
          title={Object.keys(refused.fieldErrors).length > 0 ? labels.errorTitle : labels.refusedTitle}
          note={refused.summary}
          way={refused.way}
          items={summaryItems(refused.fieldErrors, fieldLabels, formId)}
        />
      ) : null}
      {told ? (
        <div
          ref={report}
          role="status"
          tabIndex={-1}
          autoFocus
          className="flex items-start gap-3 rounded border border-approved border-l-4 bg-approved-ground px-4 py-3"
        >
          <CircleCheck className="mt-0.5 size-5 shrink-0 text-approved" />
          <p>{told}</p>
        </div>
      ) : null}
      <FormContext value={context}>{children}</FormContext>
    </form>
  );
}
