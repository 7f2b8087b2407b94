"use client";

import type { ComponentProps, ReactNode } from "react";
import { controlClass, Field, type FieldProps } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";

export type InputWidth = "full" | "half" | "short" | "number";

const widths: Record<InputWidth, string> = {
  full: "w-full",
  half: "w-full sm:w-72",
  short: "w-36",
  number: "w-24",
};

type Props = FieldProps &
  Omit<ComponentProps<"input">, "name" | "id" | "className" | "width"> & {
    width?: InputWidth;
    /** A unit behind the box: minutes, %. */
    suffix?: ReactNode;
    hiddenLabel?: boolean;
    withoutEdge?: boolean;
  };

/** A one-line input of any text-like type; keeps what was typed when the form is refused. */
export function TextInput({
  name,
  label,
  hint,
  optional,
  error,
  hiddenLabel,
  withoutEdge,
  width = "full",
  suffix,
  defaultValue,
  type = "text",
  ...rest
}: Props) {
  const field = useField(name, error);
  return (
    <Field {...{ name, label, hint, optional, error, hiddenLabel, withoutEdge }}>
      <span className="flex items-center gap-2">
        <input
          {...rest}
          type={type}
          id={field.id}
          name={name}
          defaultValue={field.typed ?? defaultValue}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, hint, field.error)}
          className={controlClass(field.error, `${widths[width]} max-w-full read-only:bg-ground`)}
        />
        {suffix ? <span className="text-muted">{suffix}</span> : null}
      </span>
    </Field>
  );
}
