"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";

type Props = FieldProps &
  Omit<ComponentProps<"input">, "name" | "id" | "className" | "type" | "defaultValue">;

/** A native file input: works by keyboard, by drop and without JavaScript. The hint says kinds and limit. */
export function FileInput({ name, label, hint, optional, error, ...rest }: Props) {
  const field = useField(name, error);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <input
        {...rest}
        type="file"
        id={field.id}
        name={name}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, hint, field.error)}
        className={`block w-full cursor-pointer rounded border-2 border-dashed bg-ground p-3 text-meta file:mr-4 file:cursor-pointer file:rounded file:border-2 file:border-action file:border-solid file:bg-paper file:px-4 file:py-2 file:font-semibold file:text-base file:text-link hover:bg-tint ${field.error ? "border-late" : "border-control"}`}
      />
    </Field>
  );
}
