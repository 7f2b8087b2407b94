import { z } from "zod";
import { requiredText, versionSchema } from "@/lib/programmes/schema";

/** "1.234,5", "1234.5" or "83" as a number; null when the field is empty. */
const amount = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const plain = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
    const value = /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
    if (Number.isNaN(value)) context.addIssue({ code: "custom", message: "programmes.amountUnreadable" });
    return value;
  });
const flag = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
const day = z.iso.date("invalid");

const content = {
  title: requiredText(200),
  description: z.string().trim().max(2000, "tooLong").default(""),
  unit: requiredText(40),
  isShare: flag,
  target: amount,
  targetOn: day.optional(),
  isPublic: flag,
};

export const addIndicatorSchema = z.object({ programmeId: z.uuid(), ...content });
export type AddIndicator = z.output<typeof addIndicatorSchema>;

export const editIndicatorSchema = z.object({ id: z.uuid(), version: versionSchema, ...content });
export type EditIndicator = z.output<typeof editIndicatorSchema>;

export const removeIndicatorSchema = z.object({ id: z.uuid(), version: versionSchema });
export type RemoveIndicator = z.output<typeof removeIndicatorSchema>;

const measured = z
  .object({
    /** absent for the programme as a whole */
    organisationId: z.uuid().optional(),
    value: amount,
    total: amount,
  })
  .refine(({ value, total }) => value === null || total === null || value <= total, {
    path: ["value"],
    error: "programmes.valueOverTotal",
  });

export const recordMeasurementsSchema = z.object({
  indicatorId: z.uuid(),
  observedOn: day,
  source: z.string().trim().max(300, "tooLong").default(""),
  /** a row without value says that the figure was not received */
  rows: z
    .record(z.string().regex(/^\d{1,4}$/), measured)
    .transform((rows) => Object.values(rows))
    .refine((rows) => rows.length > 0, { error: "required" }),
});
export type RecordMeasurements = z.output<typeof recordMeasurementsSchema>;

export const removeMeasurementSchema = z.object({ id: z.uuid() });
export type RemoveMeasurement = z.output<typeof removeMeasurementSchema>;
