import { z } from "zod";
import { dateFieldsSchema } from "@/lib/programmes/date-fields";
import { editedProgramme, optionalText, requiredText } from "@/lib/programmes/schema";

/** The lists of a programme that are edited row by row, beside its phases. */
export const partNames = ["lines", "roles", "contacts", "steps", "facts"] as const;
export type PartName = (typeof partNames)[number];

export const factKinds = [
  "OBJECTIVE",
  "ACTIVITY",
  "RULE",
  "TOOL",
  "DOCUMENT",
  "BENEFICIARY",
  "THEME",
  "HISTORY",
  "NUMBER",
  "ISSUE",
  "CONTEXT",
] as const;

const long = z.string().trim().max(4000, "tooLong").default("");
const row = { ...editedProgramme, id: z.uuid().optional() };

export const savePartSchema = z.discriminatedUnion("part", [
  z.object({
    ...row,
    part: z.literal("lines"),
    title: requiredText(200),
    aim: requiredText(2000),
    method: requiredText(2000),
  }),
  z.object({
    ...row,
    part: z.literal("roles"),
    title: requiredText(200),
    description: long,
    organisationId: z
      .uuid()
      .optional()
      .transform((id) => id ?? null),
    holder: optionalText(200),
  }),
  z.object({
    ...row,
    part: z.literal("contacts"),
    office: requiredText(200),
    phone: optionalText(60),
    email: z
      .email("invalid")
      .max(200, "tooLong")
      .optional()
      .transform((email) => email ?? null),
    url: z
      .url({ protocol: /^https?$/, error: "invalid" })
      .max(500, "tooLong")
      .optional()
      .transform((url) => url ?? null),
    note: optionalText(500),
  }),
  z.object({ ...row, part: z.literal("steps"), title: requiredText(200), description: long }),
  z.object({
    ...row,
    part: z.literal("facts"),
    kind: z.enum(factKinds, "chooseOne"),
    title: requiredText(300),
    text: long,
    value: optionalText(60),
    date: dateFieldsSchema,
    source: z.string().trim().max(300, "tooLong").default(""),
  }),
]);
export type SavePart = z.output<typeof savePartSchema>;

const anyRow = { ...editedProgramme, part: z.enum([...partNames, "phases"]), id: z.uuid() };

export const removePartSchema = z.object(anyRow);
export type RemovePart = z.output<typeof removePartSchema>;

export const movePartSchema = z.object({ ...anyRow, direction: z.enum(["up", "down"]) });
export type MovePart = z.output<typeof movePartSchema>;
