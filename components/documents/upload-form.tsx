"use client";

import { type DragEvent, type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { filled, isOver, titleOf, toldOf } from "@/components/documents/upload/transfer";
import { TransferRow, type TransferTexts } from "@/components/documents/upload/transfer-row";
import { canSendParts, useTransfers } from "@/components/documents/upload/use-transfers";
import { ErrorSummary } from "@/components/form/error-summary";
import { controlId, FormContext, type FormLabels } from "@/components/form/form-context";
import { PushButton } from "@/components/ui/push-button";
import { type FormState, idle } from "@/lib/platform/form-state";

export type UploadTexts = FormLabels &
  TransferTexts & {
    send: string;
    stopped: string;
    broken: string;
    /** "Caricato il {percent} % di {total}": read out by tens */
    progress: string;
    /** "{received} di {count} file ricevuti" */
    several: string;
    /** what becomes of several files */
    severalChosen: string;
    again: string;
  };

type Props = {
  /** the upload route with its target in the query; a plain form posts there too */
  action: string;
  /** where the same upload begins in parts; a form for small files has none */
  parts?: string;
  id: string;
  texts: UploadTexts;
  fieldLabels: Record<string, string>;
  hidden?: Record<string, string | number>;
  initialState?: FormState;
  /** the field that a file's own name fills where several are sent, each for itself, and the page to go to then */
  several?: { field: string; next: string };
  children: ReactNode;
};

/** A form with a file: with JavaScript it shows progress, rests and goes on; without it the browser posts it. */
export function UploadForm(props: Props) {
  const {
    action,
    parts,
    id,
    texts,
    fieldLabels,
    hidden = {},
    initialState = idle,
    several,
    children,
  } = props;
  const [state, setState] = useState<FormState>(initialState);
  const [chosen, setChosen] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const report = useRef<HTMLDivElement>(null);
  const way = useRef<HTMLDivElement>(null);
  const refused = state.status === "refused" ? state : undefined;
  const { transfers, send, handleOf, reset } = useTransfers(
    { action, parts, texts },
    { onRefused: (told) => setState({ status: "refused", fieldErrors: {}, values: {}, ...told }) },
  );
  const isSending = transfers.length > 0;
  const fileInput = () => form.current?.elements.namedItem("file") as HTMLInputElement | null;

  useEffect(() => {
    if (state.status === "refused") report.current?.focus();
  }, [state]);
  useEffect(() => {
    if (isSending) way.current?.focus();
  }, [isSending]);
  useEffect(() => {
    const input = form.current?.elements.namedItem("file") as HTMLInputElement | null;
    // A form without JavaScript sends one file.
    if (input && several && canSendParts()) input.multiple = true;
  }, [several]);
  useEffect(() => {
    if (!isSending || transfers.some(({ phase }) => phase !== "received")) return;
    const [first] = transfers;
    const next = transfers.length > 1 ? several?.next : first?.location;
    if (next) window.location.assign(next);
  }, [transfers, isSending, several]);

  const context = useMemo(
    () => ({
      id,
      pending: isSending,
      refused: refused !== undefined,
      errors: refused?.fieldErrors ?? {},
      values: refused?.values ?? {},
      labels: texts,
    }),
    [id, isSending, refused, texts],
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const typed = new FormData(event.currentTarget);
    const files = [...(fileInput()?.files ?? [])];
    const dataOf = (file: File) => {
      const data = new FormData();
      for (const [name, value] of typed) if (name !== "file") data.append(name, value);
      if (several && files.length > 1) data.set(several.field, titleOf(file));
      data.append("file", file);
      return data;
    };
    // What was not chosen is told by the server too, beside everything else that is amiss.
    void send(files.length > 0 ? files : [new File([], "")], dataOf);
  }

  function drop(event: DragEvent) {
    const input = fileInput();
    if (!input || isSending || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    const data = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) {
      data.items.add(file);
    }
    input.files = data.files;
    setChosen(data.files.length);
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: to drop a file anywhere is a short cut to the field for it
    <form
      ref={form}
      id={`${id}-form`}
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      onChange={() => setChosen(fileInput()?.files?.length ?? 0)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      noValidate
      className="max-w-[40rem] space-y-6"
      aria-busy={isSending}
      data-several={several && chosen > 1 ? "" : undefined}
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
      {several && chosen > 1 ? (
        <p className="measure text-muted">{filled(texts.severalChosen, { count: chosen })}</p>
      ) : null}
      {isSending ? (
        <div ref={way} tabIndex={-1} className="space-y-3 outline-none">
          <p role="status" className="sr-only">
            {toldOf(transfers, texts)}
          </p>
          <ul className="space-y-3">
            {transfers.map((transfer, index) => (
              <TransferRow
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and none changes its place
                key={index}
                transfer={transfer}
                texts={texts}
                handle={() => handleOf(index)}
              />
            ))}
          </ul>
          {transfers.every(isOver) ? (
            <PushButton type="button" variant="outline" onClick={reset}>
              {texts.again}
            </PushButton>
          ) : null}
        </div>
      ) : (
        <PushButton>{texts.send}</PushButton>
      )}
    </form>
  );
}
