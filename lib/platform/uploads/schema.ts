import { z } from "zod";
import { type FormValues, formValues } from "@/lib/platform/form-data";

const typed = z.record(z.string().max(200), z.union([z.string(), z.array(z.string())]));

/** What a client says of a file before it sends it, in the protocol's own header. */
export const announcedSchema = z.object({
  filename: z.string().min(1).max(1000),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** what was typed beside the file, as JSON */
  fields: z
    .string()
    .max(30_000)
    .default("{}")
    .transform((text, context) => {
      try {
        return asForm(typed.parse(JSON.parse(text)));
      } catch {
        context.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }
    }),
});

export const removeUploadSchema = z.object({ id: z.uuid("invalid") });
export type RemoveUpload = z.output<typeof removeUploadSchema>;

/** An upload as it is announced: what it is meant for has been found by its name. */
export type BeginUpload = {
  /** name of the target's entry */
  entry: string;
  /** where it goes, as the target's schema read it from the address */
  place: Record<string, string>;
  fields: FormValues;
  filename: string;
  fingerprint?: string | undefined;
  size: number;
};

// The same way as a form's fields, so that both are read alike.
function asForm(values: z.output<typeof typed>): FormValues {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return formValues(data);
}
