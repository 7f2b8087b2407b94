import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UnreadableEnvelopeError } from "@/lib/documents/signatures/cms";
import { readSignatures } from "@/lib/documents/signatures/read";

const p7m = "application/pkcs7-mime";
const pdf = "application/pdf";
const fixture = (name: string) => Uint8Array.from(readFileSync(`tests/fixtures/signed/${name}`));

describe("Signed envelopes", () => {
  test("tell who signed, without the tax code that the certificate carries", async () => {
    const signatures = await readSignatures(fixture("scheda.txt.p7m"), p7m);
    expect(signatures).toEqual([
      {
        format: "CADES",
        signer: "Anna Bianchi",
        issuer: "Anna Bianchi",
        claimedAt: new Date("2026-11-30T04:39:50Z"),
        isIntact: true,
        coversWhole: true,
      },
    ]);
    expect(JSON.stringify(signatures)).not.toContain("BNCNNA");
  });

  test("name each of two signers, with keys of two kinds, from base64 too", async () => {
    const signatures = await readSignatures(fixture("due-firme.txt.p7m"), p7m);
    expect(signatures.map(({ signer }) => signer).sort()).toEqual(["Anna Bianchi", "VERDI LUIGI"]);
    expect(signatures.map(({ isIntact }) => isIntact)).toEqual([true, true]);
  });

  test("are read in pieces, with their signer named by key", async () => {
    const [signature] = await readSignatures(fixture("a-pezzi.txt.p7m"), p7m);
    expect(signature).toMatchObject({ signer: "VERDI LUIGI", isIntact: true });
  });

  test("whose content was altered are not intact", async () => {
    const altered = replaced(fixture("scheda.txt.p7m"), "addetto", "ADDETTO");
    expect(await readSignatures(altered, p7m)).toMatchObject([{ signer: "Anna Bianchi", isIntact: false }]);
  });

  test("whose signature was altered are not intact", async () => {
    const altered = fixture("scheda.txt.p7m");
    altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 0xff;
    expect(await readSignatures(altered, p7m)).toMatchObject([{ isIntact: false }]);
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a text", Uint8Array.from(Buffer.from("Relazione finale della camera di commercio"))],
    ["an envelope that was cut", fixture("scheda.txt.p7m").subarray(0, 900)],
    [
      "lists within lists without end",
      new Uint8Array(200_000).fill(0x30).map((byte, at) => (at % 2 ? 0x80 : byte)),
    ],
  ])("that are %s are told to be unreadable", async (_what, bytes) => {
    await expect(readSignatures(Uint8Array.from(bytes), p7m)).rejects.toThrow(UnreadableEnvelopeError);
  });
});

describe("Signed PDF", () => {
  test("tell who signed and that nothing was added", async () => {
    expect(await readSignatures(fixture("scheda-firmata.pdf"), pdf)).toMatchObject([
      { format: "PADES", signer: "Anna Bianchi", isIntact: true, coversWhole: true },
    ]);
  });

  test("to which something was added say so", async () => {
    const longer = Uint8Array.from([...fixture("scheda-firmata.pdf"), ...Buffer.from("\n% aggiunta\n")]);
    expect(await readSignatures(longer, pdf)).toMatchObject([{ isIntact: true, coversWhole: false }]);
  });

  test("that were altered are not intact", async () => {
    const altered = replaced(fixture("scheda-firmata.pdf"), "profilo", "PROFILO");
    expect(await readSignatures(altered, pdf)).toMatchObject([{ isIntact: false, coversWhole: true }]);
  });

  test("that nobody signed bear no signature", async () => {
    expect(await readSignatures(Uint8Array.from(Buffer.from("%PDF-1.7\n%%EOF\n")), pdf)).toEqual([]);
  });

  test("with ranges outside the file are unreadable", async () => {
    const altered = replaced(fixture("scheda-firmata.pdf"), "/ByteRange[0 ", "/ByteRange[9 ");
    await expect(readSignatures(altered, pdf)).rejects.toThrow(UnreadableEnvelopeError);
  });
});

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));
}
