"use client";

import type { ReactNode } from "react";
import { Field, type FieldProps } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { type Choice, tickClass } from "@/components/form/radio-group";
import { CircleAlert } from "@/components/ui/icons";

const boxClass = `${tickClass} tick rounded checked:bg-action`;

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
  /** The label is read but not shown, in a row of a table that says it. */
  hiddenLabel?: boolean;
  /** Place among ticks of one name, from 0: the first is where a refusal leads. */
  index?: number;
};

/** One yes or no. Its field is absent from the form's data when it is not ticked. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  value = "on",
  defaultChecked,
  disabled,
  hiddenLabel,
  index = 0,
}: CheckboxProps) {
  const field = useField(name, error);
  const checked = field.typedAll ? field.typedAll.includes(value) : defaultChecked;
  const id = index === 0 ? field.id : `${field.id}-${index}`;
  return (
    <div>
      <Tick {...{ id, name, label, hint, value, disabled, checked, hiddenLabel }} error={field.error} />
      {field.error && !hiddenLabel ? (
        <p id={`${field.id}-error`} className="mt-1 flex items-start gap-2 font-semibold text-late text-meta">
          <CircleAlert className="mt-px size-5 shrink-0" />
          {field.error}
        </p>
      ) : null}
    </div>
  );
}

type GroupProps = FieldProps & { choices: Choice[]; defaultValues?: string[]; columns?: boolean };

/** Any number of choices under one name. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  error,
  choices,
  defaultValues = [],
  columns,
}: GroupProps) {
  const field = useField(name, error);
  const chosen = field.typedAll ?? defaultValues;
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error} group>
      <div className={columns ? "grid gap-x-6 gap-y-2.5 sm:grid-cols-2" : "flex flex-col gap-2.5"}>
        {choices.map((choice, index) => (
          <Tick
            key={choice.value}
            id={index === 0 ? field.id : `${field.id}-${choice.value}`}
            name={name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            disabled={choice.disabled}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </Field>
  );
}

type TickProps = {
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  checked?: boolean;
  error?: string;
  hiddenLabel?: boolean;
};

function Tick({ id, name, value, label, hint, disabled, checked, error, hiddenLabel }: TickProps) {
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, hiddenLabel ? undefined : error)}
        className={boxClass}
      />
      <div className="min-w-0">
        <label htmlFor={id} className={hiddenLabel ? "sr-only" : "block cursor-pointer"}>
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-meta text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
