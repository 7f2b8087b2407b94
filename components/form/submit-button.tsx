"use client";

import { type ComponentProps, type MouseEvent, useContext } from "react";
import { useFormStatus } from "react-dom";
import { FormContext } from "@/components/form/form-context";
import { PushButton } from "@/components/ui/push-button";

type Props = ComponentProps<typeof PushButton> & { pendingLabel?: string };

/** Sends the form once: while it is under way it looks and reads as busy, and further presses do nothing. */
export function SubmitButton({ children, pendingLabel, ...rest }: Props) {
  const form = useContext(FormContext);
  const pending = useFormStatus().pending || form.pending;
  const hold = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <>
      <PushButton {...rest} aria-disabled={pending || undefined} onClick={hold}>
        {children}
      </PushButton>
      <span aria-live="polite" className="sr-only">
        {pending ? (pendingLabel ?? form.labels.pending) : ""}
      </span>
    </>
  );
}
