"use client";

import type { KeyboardEvent } from "react";
import { StateIcon, type StateTone } from "@/components/ui/state-chip";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";

/** What a cell says: its state, and age and marks as words of the reader's language. */
export type ShownCell = {
  id: string;
  state: DeliverableState;
  age: string;
  isOverdue?: true;
  extension?: string;
  late?: string;
};
export type MatrixColumn = {
  id: string;
  position: number;
  title: string;
  href: string;
  due: { at: string; long: string; short: string };
};
type StateLook = { word: string; tone: StateTone };
type Props = {
  caption: string;
  columns: MatrixColumn[];
  /** a body's cells in the order of the columns; null where it owes nothing */
  rows: { id: string; name: string; cells: (ShownCell | null)[] }[];
  words: { body: string; notOwed: string; states: Record<DeliverableState, StateLook> };
  /** the address below which each deliverable has its page */
  folder: string;
};

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The matrix as a table. Arrows move from cell to cell; without JavaScript the cells are links in reading order. */
export function MatrixTable({ caption, columns, rows, words, folder }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the cells inside are the interactive ones
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={move}
      className="max-h-[80vh] overflow-auto rounded border border-edge print:max-h-none print:overflow-visible"
    >
      <table className="matrix">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.body}</th>
            {columns.map((one) => (
              <th key={one.id} scope="col">
                <a href={one.href}>{`${one.position}. ${one.title}`}</a>
                <time dateTime={one.due.at} title={one.due.long}>
                  {one.due.short}
                </time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {columns.map((column, index) => {
                const cell = row.cells[index];
                return cell ? (
                  <Cell
                    key={column.id}
                    cell={cell}
                    of={`${row.name}, ${column.position}: `}
                    look={words.states[cell.state]}
                    href={`${folder}/${cell.id}`}
                  />
                ) : (
                  <td key={column.id}>{words.notOwed}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { cell: ShownCell; of: string; look: StateLook; href: string };

function Cell({ cell, of, look: { word, tone }, href }: CellProps) {
  return (
    <td className={cell.isOverdue ? "late" : tone}>
      <a href={href} data-cell="">
        <span>{of}</span>
        <Mark tone={tone} word={word} />
        <small>{cell.age}</small>
        {cell.extension ? <Mark tone="extension" word={cell.extension} /> : null}
        {cell.late ? <Mark tone="late" word={cell.late} /> : null}
      </a>
    </td>
  );
}

function Mark({ tone, word }: { tone: StateTone; word: string }) {
  return (
    <b className={tone}>
      <StateIcon tone={tone} />
      {word}
    </b>
  );
}

function move(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest("td");
  if (!step || !cell) return;
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = Array.from(row.parentElement?.children ?? []);
  const target = rows[rows.indexOf(row) + step[0]]?.children[cell.cellIndex + step[1]];
  const link = target?.querySelector<HTMLElement>("[data-cell]");
  if (!link) return;
  event.preventDefault();
  link.focus();
}
