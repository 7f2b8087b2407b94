import { z } from "zod";

const instant = z.iso.datetime().transform((value) => new Date(value));
const name = z.string().max(200).nullable();

/** What the reader writes, which a file has had in its hands. */
export const foundSchema = z.union([
  z.object({ unreadable: z.string() }),
  z.object({
    signatures: z
      .array(
        z.object({
          format: z.enum(["CADES", "PADES"]),
          signer: name,
          issuer: name,
          claimedAt: instant.nullable(),
          isIntact: z.boolean().nullable(),
          coversWhole: z.boolean(),
        }),
      )
      .max(1_000),
  }),
]);
