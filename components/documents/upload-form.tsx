"use client";

import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { controlId, FormContext, type FormLabels } from "@/components/form/form-context";
import { PushButton } from "@/components/ui/push-button";
import { type FormState, idle } from "@/lib/platform/form-state";

export type UploadTexts = FormLabels & {
  send: string;
  stop: string;
  stopped: string;
  broken: string;
  /** "Caricati {done} di {total}", filled here while bytes go out */
  progress: string;
};

type Props = {
  /** the upload route with its target in the query; a plain form posts there too */
  action: string;
  id: string;
  texts: UploadTexts;
  fieldLabels: Record<string, string>;
  hidden?: Record<string, string | number>;
  initialState?: FormState;
  children: ReactNode;
};

type Sending = { done: number; total: number };

/** A form with a file: with JavaScript it shows progress and can be stopped, without it the browser posts it. */
export function UploadForm({
  action,
  id,
  texts,
  fieldLabels,
  hidden = {},
  initialState = idle,
  children,
}: Props) {
  const [state, setState] = useState<FormState>(initialState);
  const [sending, setSending] = useState<Sending>();
  const request = useRef<XMLHttpRequest>(undefined);
  const report = useRef<HTMLDivElement>(null);
  const refused = state.status === "refused" ? state : undefined;

  useEffect(() => {
    if (state.status === "refused") report.current?.focus();
  }, [state]);

  const context = useMemo(
    () => ({
      id,
      pending: sending !== undefined,
      refused: refused !== undefined,
      errors: refused?.fieldErrors ?? {},
      values: refused?.values ?? {},
      labels: texts,
    }),
    [id, sending, refused, texts],
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    const data = new FormData(event.currentTarget);
    const refuse = (summary: string) => {
      setSending(undefined);
      setState({ status: "refused", summary, fieldErrors: {}, values: {} });
    };
    const call = new XMLHttpRequest();
    request.current = call;
    call.open("POST", action);
    call.setRequestHeader("accept", "application/json");
    call.responseType = "json";
    call.upload.onprogress = ({ loaded, total }) => setSending({ done: loaded, total });
    call.onerror = () => refuse(texts.broken);
    call.onabort = () => refuse(texts.stopped);
    call.onload = () => {
      if (call.status === 200 && call.response?.location) {
        window.location.assign(call.response.location);
        return;
      }
      if (call.status !== 422 || !call.response) return refuse(texts.broken);
      setSending(undefined);
      setState(call.response as FormState);
    };
    setSending({ done: 0, total: 0 });
    call.send(data);
  }

  return (
    <form
      id={`${id}-form`}
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      noValidate
      className="max-w-[40rem] space-y-6"
      aria-busy={sending !== undefined}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused ? (
        <ErrorSummary
          ref={report}
          title={Object.keys(refused.fieldErrors).length > 0 ? texts.errorTitle : texts.refusedTitle}
          note={refused.summary}
          items={Object.entries(refused.fieldErrors).map(([name, text]) => ({
            id: controlId(id, name),
            text: fieldLabels[name] ? `${fieldLabels[name]}: ${text}` : text,
          }))}
        />
      ) : null}
      <FormContext value={context}>{children}</FormContext>
      {sending ? (
        <div className="space-y-3">
          <progress
            className="h-3 w-full accent-action"
            max={sending.total || 1}
            value={sending.total ? sending.done : undefined}
            aria-label={texts.pending}
          />
          <p role="status" className="text-meta">
            {sending.total ? showProgress(texts.progress, sending) : texts.pending}
          </p>
          <PushButton type="button" variant="outline" size={40} onClick={() => request.current?.abort()}>
            {texts.stop}
          </PushButton>
        </div>
      ) : (
        <PushButton>{texts.send}</PushButton>
      )}
    </form>
  );
}

function showProgress(text: string, { done, total }: Sending): string {
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
  // Read out by tens, not at each packet.
  const percent = Math.floor((done / total) * 10) * 10;
  return text.replace("{percent}", String(percent)).replace("{total}", megabytes(total));
}
