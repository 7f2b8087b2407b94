"use client";

import type { ReactNode } from "react";
import { errorEdge, type FieldProps } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { TextInput } from "@/components/form/text-input";

type DateProps = FieldProps & { defaultValue?: string; min?: string; max?: string; withoutEdge?: boolean };
type TimeProps = FieldProps & { defaultValue?: string; step?: number; withoutEdge?: boolean };

/** A native date input; its value is `YYYY-MM-DD`. */
export function DateField(props: DateProps) {
  return <TextInput {...props} type="date" width="half" />;
}

/** A native time input; its value is `HH:MM`, Rome time. */
export function TimeField(props: TimeProps) {
  return <TextInput {...props} type="time" width="short" />;
}

/** Start and end on one line, each with its own error. */
export function TimeRangeFields({ start, end }: { start: TimeProps; end: TimeProps }) {
  return (
    <Row names={[start.name, end.name]}>
      <TimeField {...start} withoutEdge />
      <TimeField {...end} withoutEdge />
    </Row>
  );
}

/** Day and hour of one moment: two native inputs under one legend. */
export function DateTimeFields({ legend, date, time }: { legend: string; date: DateProps; time: TimeProps }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold text-[1.0625rem]">{legend}</legend>
      <Row names={[date.name, time.name]}>
        <DateField {...date} withoutEdge />
        <TimeField {...time} withoutEdge />
      </Row>
    </fieldset>
  );
}

function Row({ names: [first, second], children }: { names: [string, string]; children: ReactNode }) {
  const errors = [useField(first).error, useField(second).error];
  const edge = errors.some(Boolean) ? errorEdge : "";
  return <div className={`flex flex-wrap items-start gap-x-5 gap-y-4 ${edge}`}>{children}</div>;
}
