import { buffer, text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { visitorActor } from "@/lib/platform/actor";
import { ForbiddenError } from "@/lib/platform/errors";
import { exportable } from "@/lib/platform/lists/definition";
import { exportList } from "@/lib/platform/lists/export";

type Row = { name: string; figure: number | null; at: Date };

const hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "＝1", 'un "nome"; con\ntutto', ""];
const rows: Row[] = [
  { name: "Città di Valfiorita", figure: -1234.5, at: new Date("2026-01-12T09:30:00Z") },
  ...hostile.map((name) => ({ name, figure: null, at: new Date("2026-07-09T08:30:00Z") })),
];
const actor = visitorActor(new Date("2026-03-23T23:30:00Z"));
let asked: (string | undefined)[] = [];

const list = exportable<Row, { from?: string | undefined }>({
  name: "things",
  namespace: "portal",
  filters: z.object({ from: z.iso.date().optional() }),
  columns: [
    { key: "name", header: "outbox.to", value: (row) => row.name },
    { key: "figure", header: "outbox.attempts", value: (row) => row.figure, numeric: true },
    { key: "at", header: "outbox.createdAt", value: (row) => row.at },
  ],
  async page(_actor, filters, { after }) {
    asked.push(after);
    if (filters.from === "2000-01-01") throw new ForbiddenError();
    const begin = Number(after ?? 0);
    return begin + 4 < rows.length
      ? { rows: rows.slice(begin, begin + 4), next: String(begin + 4) }
      : { rows: rows.slice(begin) };
  },
});

describe("a list as CSV", () => {
  test("opens in a spreadsheet in Italian: mark, semicolons, commas, Rome's time", async () => {
    asked = [];
    const file = await exportList(list, actor, { filters: {}, locale: "it", format: "csv" });
    expect(file.filename).toBe("things-2026-03-24.csv");
    const lines = (await text(file.body)).split("\r\n");
    // The stream's reader takes the mark away where it decodes; what is left is the text.
    expect(lines[0]?.replace("\ufeff", "")).toBe("Destinatario;Tentativi;Creato");
    expect(lines[1]).toBe("Città di Valfiorita;-1234,5;2026-01-12 10:30");
    expect(asked).toEqual([undefined, "4", "8"]);
  });

  test("begins with the mark of UTF-8", async () => {
    const file = await exportList(list, actor, { filters: {}, locale: "en", format: "csv" });
    const bytes = await buffer(file.body);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain("-1234.5");
  });

  test("holds no cell that a spreadsheet takes for a formula", async () => {
    const file = await exportList(list, actor, { filters: {}, locale: "it", format: "csv" });
    const content = (await text(file.body)).replace("\ufeff", "");
    expect(content).toContain("'=1+1;");
    for (const cell of content.split(/[;\r\n]+/).filter((one) => one !== "-1234,5")) {
      expect(cell).not.toMatch(/^"?[=+\-@\t＝]/);
    }
  });
});

test("a list as a sheet tells text as text", async () => {
  const file = await exportList(list, actor, { filters: {}, locale: "it", format: "xlsx" });
  const bytes = await buffer(file.body);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.length).toBeGreaterThan(1000);
});

describe("refusals", () => {
  test("come before anything is written", async () => {
    const options = { filters: { from: "2000-01-01" }, locale: "it", format: "csv" } as const;
    await expect(exportList(list, actor, options)).rejects.toThrow(ForbiddenError);
  });

  test("meet filters that make no sense", async () => {
    const options = { filters: { from: { not: "" } }, locale: "it", format: "csv" } as const;
    await expect(exportList(list, actor, options)).rejects.toThrow(z.ZodError);
  });
});
