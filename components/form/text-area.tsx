"use client";

import type { ComponentProps } from "react";
import { controlClass, Field, type FieldProps } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { useTypedEarly } from "@/components/form/typed-early";

type Props = FieldProps &
  Omit<ComponentProps<"textarea">, "name" | "id" | "ref" | "className"> & { hiddenLabel?: boolean };

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  error,
  hiddenLabel,
  defaultValue,
  rows = 5,
  ...rest
}: Props) {
  const field = useField(name, error);
  const area = useTypedEarly(field.id, (text) => {
    if (area.current) area.current.value = text;
  });
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error} hiddenLabel={hiddenLabel}>
      <textarea
        {...rest}
        ref={area}
        rows={rows}
        id={field.id}
        name={name}
        defaultValue={field.typed ?? defaultValue}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, hint, field.error)}
        className={controlClass(
          field.error,
          "field-sizing-content max-h-[70vh] min-h-24 w-full leading-normal read-only:bg-ground",
        )}
      />
    </Field>
  );
}
