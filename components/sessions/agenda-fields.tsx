"use client";

import { type MouseEvent, use, useId, useState } from "react";
import { Field } from "@/components/form/field";
import { controlId, FormContext } from "@/components/form/form-context";
import { TextInput } from "@/components/form/text-input";
import { Plus } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

type Point = { title: string; owner: string | null; minutes: number | null };

type Props = {
  points: Point[];
  /** "10:30" and "12:30" as they stand, for the length that the points are held against */
  times: { start?: string; end?: string };
  labels: {
    agenda: string;
    hint: string;
    point: string;
    owner: string;
    minutes: string;
    sum: string;
    /** with "#" for the minutes of the session */
    sumOf: string;
    add: string;
    /** names of the boxes, with "#" for the number of the point */
    pointNumber: string;
    ownerNumber: string;
    minutesNumber: string;
  };
};

/** Empty rows below the written ones, so that an agenda can be written without a script. */
const spare = 3;

/**
 * The agenda as rows of boxes. The button for one more row sends the form and gets it back with everything kept; with a
 * script it adds the row on the spot, and the sum follows what is typed.
 */
export function AgendaFields({ points, times, labels }: Props) {
  const form = use(FormContext);
  const sumId = useId();
  const typed = Object.keys(form.values).flatMap((name) => /^agenda\.(\d+)\.title$/.exec(name)?.[1] ?? []);
  const asked = form.values.intent === "addPoint" ? 1 : 0;
  const start = Math.max(points.length + spare, ...typed.map((index) => Number(index) + 1 + asked));
  const [extra, setExtra] = useState(0);
  const [sum, setSum] = useState<number | null>(null);
  const rows = Array.from({ length: Math.min(start + extra, 99) }, (_, index) => index);
  const written = rows.reduce((total, index) => total + minutesOf(form.values, points, index), 0);

  const length = minutesBetween(form.values.start ?? times.start, form.values.end ?? times.end);

  function addRow(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    const next = controlId(form.id, `agenda.${rows.length}.title`);
    setExtra(extra + 1);
    requestAnimationFrame(() => document.getElementById(next)?.focus());
  }

  function add(table: HTMLTableElement) {
    const boxes = [...table.querySelectorAll<HTMLInputElement>("input[name$='.minutes']")];
    setSum(boxes.reduce((total, box) => total + (Number(box.value) || 0), 0));
  }

  return (
    <Field name="agenda" label={labels.agenda} hint={labels.hint} group>
      <table
        id={controlId(form.id, "agenda")}
        tabIndex={-1}
        onInput={(event) => add(event.currentTarget)}
        className="w-full border-collapse border border-hairline text-left max-sm:block"
      >
        <thead className="max-sm:sr-only">
          <tr className="bg-ground text-meta">
            <th className="px-3 py-2 font-semibold">{labels.point}</th>
            <th className="px-3 py-2 font-semibold">{labels.owner}</th>
            <th className="px-3 py-2 font-semibold">{labels.minutes}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((index) => (
            <tr
              key={index}
              className="border-hairline border-t max-sm:grid max-sm:grid-cols-[1fr_6rem] max-sm:gap-2 max-sm:p-3"
            >
              <td className="p-2 align-top max-sm:col-span-2 max-sm:p-0">
                <Box
                  index={index}
                  part="title"
                  label={labels.pointNumber}
                  word={labels.point}
                  value={points[index]?.title}
                />
              </td>
              <td className="p-2 align-top max-sm:p-0 sm:w-44">
                <Box
                  index={index}
                  part="owner"
                  label={labels.ownerNumber}
                  word={labels.owner}
                  value={points[index]?.owner}
                />
              </td>
              <td className="p-2 align-top max-sm:p-0 sm:w-28">
                <Box
                  index={index}
                  part="minutes"
                  label={labels.minutesNumber}
                  word={labels.minutes}
                  value={points[index]?.minutes}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="max-sm:block">
          <tr className="border-hairline border-t bg-ground font-semibold max-sm:flex max-sm:justify-between">
            <th scope="row" colSpan={2} className="px-3 py-2.5 text-left">
              {length > 0 ? labels.sumOf.replace("#", String(length)) : labels.sum}
            </th>
            <td className="px-3 py-2.5">
              <output id={sumId} className={form.errors.agenda ? "text-late" : ""}>
                {sum ?? written}
              </output>
            </td>
          </tr>
        </tfoot>
      </table>
      <div className="mt-3">
        <PushButton
          name="intent"
          value="addPoint"
          variant="outline"
          size={40}
          icon={<Plus />}
          onClick={addRow}
        >
          {labels.add}
        </PushButton>
      </div>
    </Field>
  );
}

type BoxProps = {
  index: number;
  part: "title" | "owner" | "minutes";
  label: string;
  word: string;
  value: string | number | null | undefined;
};

function Box({ index, part, label, word, value }: BoxProps) {
  const number = part === "minutes" ? ({ inputMode: "numeric", maxLength: 4 } as const) : { maxLength: 200 };
  return (
    <TextInput
      name={`agenda.${index}.${part}`}
      label={label.replace("#", String(index + 1))}
      hiddenLabel
      defaultValue={value ?? undefined}
      placeholder={word}
      {...number}
    />
  );
}

function minutesOf(values: Record<string, string | string[]>, points: Point[], index: number): number {
  const typed = values[`agenda.${index}.minutes`];
  return Number(typed === undefined ? points[index]?.minutes : typed) || 0;
}

function minutesBetween(start: string | string[] | undefined, end: string | string[] | undefined): number {
  const [from, to] = [start, end].map((time) => {
    const [hours, minutes] = String(time ?? "")
      .split(":")
      .map(Number);
    return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
  }) as [number, number];
  return to - from;
}
