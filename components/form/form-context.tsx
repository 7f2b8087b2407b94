"use client";

import { createContext, useContext } from "react";

export type FormLabels = {
  optional: string;
  error: string;
  pending: string;
  errorTitle: string;
  refusedTitle: string;
};

export type FormContextValue = {
  /** Prefix of the fields' ids, so that two forms on one page do not collide. */
  id: string;
  pending: boolean;
  refused: boolean;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
  /** HTML of the text as it will look, after its preview was asked for. */
  preview?: string;
  labels: FormLabels;
};

export const FormContext = createContext<FormContextValue>({
  id: "",
  pending: false,
  refused: false,
  errors: {},
  values: {},
  labels: { optional: "", error: "", pending: "", errorTitle: "", refusedTitle: "" },
});

/** The id of a field's control: the error summary links to it. A list's name ends with "[]", its error's does not. */
export function controlId(formId: string, name: string): string {
  const key = errorKey(name);
  return formId ? `${formId}-${key}` : key;
}

function errorKey(name: string): string {
  return name.replace(/\[\]$/, "");
}

// A list is told of the first fault among its entries ("bodies.2" belongs to "bodies[]").
function errorOf(errors: Record<string, string>, name: string): string | undefined {
  const key = errorKey(name);
  if (errors[key] !== undefined || key === name) return errors[key];
  return Object.entries(errors).find(([path]) => path.startsWith(`${key}.`))?.[1];
}

export type FieldState = {
  id: string;
  error: string | undefined;
  /** What was typed before a refusal; undefined when the form is fresh. */
  typed: string | undefined;
  typedAll: string[] | undefined;
  labels: FormLabels;
};

/** Error and typed value of one field, from the form around it. */
export function useField(name: string, ownError?: string): FieldState {
  const form = useContext(FormContext);
  const value = form.values[name];
  const all = typeof value === "string" ? [value] : value;
  return {
    id: controlId(form.id, name),
    error: ownError ?? errorOf(form.errors, name),
    typed: all?.[0],
    typedAll: form.refused ? (all ?? []) : all,
    labels: form.labels,
  };
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
