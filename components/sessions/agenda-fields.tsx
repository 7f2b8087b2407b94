"use client";

import { type MouseEvent, use, useEffect, useId, useState } from "react";
import { Field } from "@/components/form/field";
import { controlId, FormContext } from "@/components/form/form-context";
import { AgendaRow, type RowLabels } from "@/components/sessions/agenda-row";
import { Plus } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";
import { exchangedRows, mostRows, rowParts, withRowsExchanged } from "@/lib/sessions/agenda/rows";

type Point = { id?: string; title: string; owner: string | null; minutes: number | null };

type Props = {
  points: Point[];
  /** "10:30" and "12:30" as they stand, for the length that the points are held against */
  times: { start?: string; end?: string };
  labels: RowLabels & {
    agenda: string;
    hint: string;
    sum: string;
    /** with "#" for the minutes of the session */
    sumOf: string;
    add: string;
    /** what is told when a row was moved, with "#" for its new number */
    moved: string;
  };
};

/** Empty rows below the written ones, so that an agenda can be written without a script. */
const spare = 3;

/**
 * The agenda as rows of boxes. The buttons that add a row or move one send the form and get it back with everything kept;
 * with a script they do so on the spot, and the sum follows what is typed.
 */
export function AgendaFields({ points, times, labels }: Props) {
  const sent = use(FormContext);
  const form = { ...sent, values: withRowsExchanged(sent.values) };
  const sumId = useId();
  const typed = Object.keys(form.values).flatMap((name) => /^agenda\.(\d+)\.title$/.exec(name)?.[1] ?? []);
  const asked = form.values.intent === "addPoint" ? 1 : 0;
  const start = Math.max(points.length + spare, ...typed.map((index) => Number(index) + 1 + asked));
  const [extra, setExtra] = useState(0);
  const [sum, setSum] = useState<number | null>(null);
  const [moved, setMoved] = useState("");
  const rows = Array.from({ length: Math.min(start + extra, mostRows) }, (_, index) => index);
  const written = rows.reduce((total, index) => total + minutesOf(form.values, points, index), 0);
  const [typedLength, setTypedLength] = useState<number | null>(null);
  const length =
    typedLength ?? minutesBetween(form.values.start ?? times.start, form.values.end ?? times.end);

  useEffect(() => {
    const boxes = ["start", "end"].map((name) => document.getElementById(controlId(form.id, name)));
    const follow = () => {
      const [start, end] = boxes.map((box) => (box as HTMLInputElement | null)?.value);
      setTypedLength(minutesBetween(start, end));
    };
    for (const box of boxes) box?.addEventListener("input", follow);
    return () => {
      for (const box of boxes) box?.removeEventListener("input", follow);
    };
  }, [form.id]);

  const boxOf = (row: number, part: string) =>
    document.getElementById(controlId(form.id, `agenda.${row}.${part}`)) as HTMLInputElement | null;

  function addRow(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    setExtra(extra + 1);
    requestAnimationFrame(() => boxOf(rows.length, "title")?.focus());
  }

  // What was typed changes places; the boxes and the buttons stay where they are.
  function moveRow(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    const exchanged = exchangedRows(event.currentTarget.value);
    if (!exchanged) return;
    const [from, to] = exchanged;
    for (const part of rowParts) {
      const [one, other] = [boxOf(from, part), boxOf(to, part)];
      if (one && other) [one.value, other.value] = [other.value, one.value];
    }
    const way = to < from ? "up" : "down";
    const next = document.getElementById(controlId(form.id, `agenda.${to}.${way}`));
    (
      next ?? document.getElementById(controlId(form.id, `agenda.${to}.${way === "up" ? "down" : "up"}`))
    )?.focus();
    setMoved(labels.moved.replace("#", String(to + 1)));
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
            <th className="px-3 py-2">
              <span className="sr-only">{labels.order}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          <FormContext value={form}>
            {rows.map((index) => (
              <AgendaRow
                key={index}
                index={index}
                isLast={index === rows.length - 1}
                point={points[index]}
                labels={labels}
                onMove={moveRow}
              />
            ))}
          </FormContext>
        </tbody>
        <tfoot className="max-sm:block">
          <tr className="border-hairline border-t bg-ground font-semibold max-sm:flex max-sm:justify-between">
            <th scope="row" colSpan={2} className="px-3 py-2.5 text-left">
              {length > 0 ? labels.sumOf.replace("#", String(length)) : labels.sum}
            </th>
            <td colSpan={2} className="px-3 py-2.5">
              <output
                id={sumId}
                className={form.errors.agenda || (length > 0 && (sum ?? written) > length) ? "text-late" : ""}
              >
                {sum ?? written}
              </output>
            </td>
          </tr>
        </tfoot>
      </table>
      <p aria-live="polite" className="sr-only">
        {moved}
      </p>
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
