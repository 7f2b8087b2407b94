import { expect, test } from "vitest";
import { open, seal } from "@/lib/platform/secret-box";

const purpose = { use: "test", of: "somebody" };

test("what was sealed opens for the same purpose and person alone", () => {
  const box = seal("un segreto", purpose);
  expect(box).not.toContain("segreto");
  expect(open(box, purpose)).toBe("un segreto");
  expect(open(box, { ...purpose, of: "somebody else" })).toBeNull();
  expect(open(box, { ...purpose, use: "other" })).toBeNull();
});

test("no two boxes are alike, and a changed one does not open", () => {
  const [one, two] = [seal("uguale", purpose), seal("uguale", purpose)];
  expect(one).not.toBe(two);
  const bytes = Buffer.from(one.slice(3), "base64url");
  for (const [at, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes);
    changed[at] = byte ^ 1;
    expect(open(`v1.${changed.toString("base64url")}`, purpose)).toBeNull();
  }
  for (const broken of ["", "v1.", "v2.AAAA", one.slice(0, 20)]) expect(open(broken, purpose)).toBeNull();
});
