"use client";

import { type MouseEvent, use } from "react";
import { controlId, FormContext } from "@/components/form/form-context";
import { TextInput } from "@/components/form/text-input";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

export type RowLabels = {
  point: string;
  owner: string;
  minutes: string;
  order: string;
  /** names of the boxes and buttons, with "#" for the number of the point */
  pointNumber: string;
  ownerNumber: string;
  minutesNumber: string;
  upNumber: string;
  downNumber: string;
};

type Props = {
  index: number;
  isLast: boolean;
  point: { id?: string; title: string; owner: string | null; minutes: number | null } | undefined;
  labels: RowLabels;
  onMove: (event: MouseEvent<HTMLButtonElement>) => void;
};

/** One point of the agenda in its form: three boxes, and the buttons that move it. */
export function AgendaRow({ index, isLast, point, labels, onMove }: Props) {
  const form = use(FormContext);
  const id = `agenda.${index}.id`;
  return (
    <tr className="border-hairline border-t max-sm:grid max-sm:grid-cols-[1fr_6rem] max-sm:gap-2 max-sm:p-3">
      <td className="p-2 align-top max-sm:col-span-2 max-sm:p-0">
        <input
          type="hidden"
          id={controlId(form.id, id)}
          name={id}
          defaultValue={String(form.values[id] ?? point?.id ?? "")}
        />
        <Box index={index} part="title" label={labels.pointNumber} word={labels.point} value={point?.title} />
      </td>
      <td className="p-2 align-top max-sm:p-0 sm:w-40">
        <Box index={index} part="owner" label={labels.ownerNumber} word={labels.owner} value={point?.owner} />
      </td>
      <td className="p-2 align-top max-sm:p-0 sm:w-24">
        <Box
          index={index}
          part="minutes"
          label={labels.minutesNumber}
          word={labels.minutes}
          value={point?.minutes}
        />
      </td>
      <td className="whitespace-nowrap p-2 align-top max-sm:col-span-2 max-sm:p-0">
        {index > 0 ? <MoveButton way="up" {...{ index, labels, onMove }} /> : null}
        {isLast ? null : <MoveButton way="down" {...{ index, labels, onMove }} />}
      </td>
    </tr>
  );
}

type MoveProps = Pick<Props, "index" | "labels" | "onMove"> & { way: "up" | "down" };

function MoveButton({ way, index, labels, onMove }: MoveProps) {
  const form = use(FormContext);
  const name = way === "up" ? labels.upNumber : labels.downNumber;
  return (
    <PushButton
      id={controlId(form.id, `agenda.${index}.${way}`)}
      name="intent"
      value={`${way}.${index}`}
      variant="plain"
      size={40}
      aria-label={name.replace("#", String(index + 1))}
      icon={way === "up" ? <ArrowUp /> : <ArrowDown />}
      onClick={onMove}
      className="min-w-10"
    />
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
