import { describe, expect, test } from "vitest";
import { keysetAfter, keysetBefore, nextCursor, readCursor, writeCursor } from "@/lib/platform/lists/cursor";

const cursor = { at: new Date("2026-03-23T09:00:00.123Z"), id: "0192a000-0000-7000-8000-000000000001" };

describe("cursors", () => {
  test("come back as they went out, in letters that an address bears", () => {
    const text = writeCursor(cursor);
    expect(text).toMatch(/^[\w-]+$/);
    expect(readCursor(text)).toEqual(cursor);
  });

  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test.each([
    undefined,
    null,
    "",
    "x",
    "a b",
    "%00",
    "x".repeat(300),
    made({ not: "" }),
    made(["yesterday", cursor.id]),
    made([cursor.at.toISOString(), "1 or 1=1"]),
    made([{ gt: "" }, { not: "" }]),
  ])("%j is none: the list begins at its beginning", (text) => {
    expect(readCursor(text)).toBeUndefined();
  });

  test("become conditions for what comes after", () => {
    expect(keysetBefore("createdAt", cursor)).toEqual({
      AND: [
        { createdAt: { lte: cursor.at } },
        { OR: [{ createdAt: { lt: cursor.at } }, { id: { lt: cursor.id } }] },
      ],
    });
    expect(keysetAfter("startsAt", cursor)).toEqual({
      AND: [
        { startsAt: { gte: cursor.at } },
        { OR: [{ startsAt: { gt: cursor.at } }, { id: { gt: cursor.id } }] },
      ],
    });
    expect(keysetBefore("createdAt")).toEqual({});
  });

  test("stand at the last row that is shown, when there are more", () => {
    const rows = [1, 2, 3].map((number) => ({
      at: cursor.at,
      id: `0192a000-0000-7000-8000-00000000000${number}`,
    }));
    const page = nextCursor(rows, 2, (row) => row);
    expect(page.rows).toHaveLength(2);
    expect(readCursor(page.next)).toEqual(rows[1]);
    expect(nextCursor(rows, 3, (row) => row).next).toBeUndefined();
  });
});
