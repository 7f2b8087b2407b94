"use client";

import type { ReactNode } from "react";
import { useField } from "@/components/form/form-context";
import { CircleAlert } from "@/components/ui/icons";

/** What every field of the kit accepts. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Marks the label as optional; required fields carry no mark. */
  optional?: boolean;
  /** An error that does not come from the form's state. */
  error?: string;
};

type Props = FieldProps & {
  children: ReactNode;
  /** A set of controls under one legend (radio buttons, ticks, a table of inputs). */
  group?: boolean;
  /** The label is read but not shown: search boxes, cells of a table. */
  hiddenLabel?: boolean;
  /** No red edge of its own, because a row of fields around it has one. */
  withoutEdge?: boolean;
};

export const errorEdge =
  "relative before:absolute before:inset-y-0 before:-left-3 before:w-1 before:bg-late sm:before:-left-5";

/** The frame of a field: label above, hint, control, error beneath with a red edge in the margin. */
export function Field(props: Props) {
  const { name, label, hint, optional, children, group, hiddenLabel, withoutEdge } = props;
  const { id, error, labels } = useField(name, props.error);
  const edge = error && !withoutEdge ? errorEdge : "";
  const heading = (
    <>
      {label}
      {optional && labels.optional ? (
        <span className="font-normal text-muted"> {labels.optional}</span>
      ) : null}
    </>
  );
  const headingLook = hiddenLabel ? "sr-only" : "block font-semibold text-[1.0625rem] leading-snug";
  const body = (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="mt-0.5 text-meta text-muted">
          {hint}
        </div>
      ) : null}
      <div className={hiddenLabel ? "" : "mt-1.5"}>{children}</div>
      {error ? (
        <p id={`${id}-error`} className="mt-2 flex items-start gap-2 font-semibold text-late text-meta">
          <CircleAlert className="mt-px size-5 shrink-0" />
          <span>
            {labels.error ? <span className="sr-only">{labels.error} </span> : null}
            {error}
          </span>
        </p>
      ) : null}
    </>
  );
  if (!group)
    return (
      <div className={edge}>
        <label htmlFor={id} className={headingLook}>
          {heading}
        </label>
        {body}
      </div>
    );
  const describes = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={edge} aria-describedby={describes || undefined}>
      <legend className={headingLook}>{heading}</legend>
      {body}
    </fieldset>
  );
}

/** Border and ground of a control; red and thicker when its value was refused. */
export function controlClass(error: string | undefined, extra = ""): string {
  const border = error ? "border-2 border-late" : "border border-control hover:border-ink";
  return `min-h-11 rounded bg-paper px-3 py-2 text-ink disabled:bg-quiet disabled:text-muted ${border} ${extra}`;
}
