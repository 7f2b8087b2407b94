"use client";

import type { FieldProps } from "@/components/form/field";
import { TextInput } from "@/components/form/text-input";

type DateProps = FieldProps & { defaultValue?: string; min?: string; max?: string };

/** A native date input; its value is `YYYY-MM-DD`. */
export function DateField(props: DateProps) {
  return <TextInput {...props} type="date" width="half" />;
}

/** A native time input; its value is `HH:MM`, Rome time. */
export function TimeField(props: FieldProps & { defaultValue?: string; step?: number }) {
  return <TextInput {...props} type="time" width="short" />;
}

type End = FieldProps & { defaultValue?: string };

/** Start and end on one line, each with its own error. */
export function TimeRangeFields({ start, end }: { start: End; end: End }) {
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-4">
      <TimeField {...start} />
      <TimeField {...end} />
    </div>
  );
}

/** Day and hour of one moment: two native inputs under one legend. */
export function DateTimeFields({ legend, date, time }: { legend: string; date: End; time: End }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold text-[1.0625rem]">{legend}</legend>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-4">
        <DateField {...date} />
        <TimeField {...time} />
      </div>
    </fieldset>
  );
}
