"use client";

import type { ComponentProps } from "react";
import { controlClass, Field, type FieldProps } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { ChevronDown } from "@/components/ui/icons";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };

type Props = FieldProps &
  Omit<ComponentProps<"select">, "name" | "id" | "className" | "children" | "multiple"> & {
    options: (Option | OptionGroup)[];
    /** The first, empty choice. */
    placeholder?: string;
    width?: "full" | "half";
    hiddenLabel?: boolean;
  };

/** A native list of choices. */
export function Select({
  name,
  label,
  hint,
  optional,
  error,
  hiddenLabel,
  options,
  placeholder,
  width = "full",
  defaultValue,
  ...rest
}: Props) {
  const field = useField(name, error);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error} hiddenLabel={hiddenLabel}>
      <span className={`relative block ${width === "half" ? "sm:w-72" : ""}`}>
        <select
          {...rest}
          id={field.id}
          name={name}
          defaultValue={field.typed ?? defaultValue ?? (placeholder === undefined ? undefined : "")}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, hint, field.error)}
          className={controlClass(field.error, "w-full appearance-none truncate pr-10")}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(toOption)}
              </optgroup>
            ) : (
              toOption(option)
            ),
          )}
        </select>
        <ChevronDown className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2" />
      </span>
    </Field>
  );
}

function toOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
