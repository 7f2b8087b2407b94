"use client";

import type { KeyboardEvent, ReactNode } from "react";

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows move from cell to cell of the matrix; without JavaScript the cells are links in reading order. */
export function MatrixKeys({ label, children }: { label: string; children: ReactNode }) {
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the cells inside are the interactive ones
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={move}
      className="max-h-[80vh] overflow-auto rounded border border-edge print:max-h-none print:overflow-visible"
    >
      {children}
    </section>
  );
}
