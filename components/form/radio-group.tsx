"use client";

import type { ReactNode } from "react";
import { Field, type FieldProps } from "@/components/form/field";
import { useField } from "@/components/form/form-context";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = FieldProps & {
  choices: Choice[];
  defaultValue?: string;
  /** Side by side from 640 px, for two or three short words. */
  inline?: boolean;
};

export const tickClass =
  "mt-px size-6 shrink-0 cursor-pointer appearance-none border-2 border-control bg-paper checked:border-action hover:border-ink disabled:cursor-not-allowed disabled:border-hairline forced-colors:appearance-auto";

/** One choice of a few, all in sight. */
export function RadioGroup({ name, label, hint, optional, error, choices, defaultValue, inline }: Props) {
  const field = useField(name, error);
  const chosen = field.typed ?? defaultValue;
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error} group>
      <div
        className={
          inline ? "flex flex-col gap-2.5 sm:flex-row sm:flex-wrap sm:gap-x-8" : "flex flex-col gap-2.5"
        }
      >
        {choices.map((choice, index) => {
          const id = index === 0 ? field.id : `${field.id}-${choice.value}`;
          return (
            <div key={choice.value} className="flex items-start gap-3">
              <input
                type="radio"
                id={id}
                name={name}
                value={choice.value}
                defaultChecked={chosen === choice.value}
                disabled={choice.disabled}
                aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                className={`${tickClass} rounded-full checked:border-[0.5rem]`}
              />
              <div className="min-w-0">
                <label htmlFor={id} className="block cursor-pointer">
                  {choice.label}
                </label>
                {choice.hint ? (
                  <p id={`${id}-choice-hint`} className="text-meta text-muted">
                    {choice.hint}
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </Field>
  );
}
