"use client";

import { type ReactNode, useContext, useEffect, useRef } from "react";
import { FormContext } from "@/components/form/form-context";
import { Prose } from "@/components/ui/prose";

/** The text as it will look, once its preview was asked for; takes the focus, with and without JavaScript. */
export function Preview({ label }: { label: ReactNode }) {
  const { id, preview } = useContext(FormContext);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (preview !== undefined) box.current?.focus();
  }, [preview]);
  if (preview === undefined) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      autoFocus
      aria-labelledby={`${id}-preview`}
      className="rounded border border-edge border-dashed bg-ground p-4"
    >
      <p id={`${id}-preview`} className="mb-2 font-semibold text-meta text-muted">
        {label}
      </p>
      <Prose html={preview} className="text-[1.0625rem]" />
    </section>
  );
}
