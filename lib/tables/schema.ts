import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);
const ticked = z.literal("on").optional().transform(Boolean);

const written = {
  title: z.string("required").trim().min(1, "required").max(120, "tooLong"),
  aim: z.string().trim().max(2000, "tooLong").default(""),
  isPublic: ticked,
};

export const addTableSchema = z.object({
  programmeId: id,
  ...written,
  lang: z.enum(["it", "en"]).default("it"),
});
export type AddTable = z.output<typeof addTableSchema>;

export const changeTableSchema = z.object({ id, version, ...written });
export type ChangeTable = z.output<typeof changeTableSchema>;

export const removeTableSchema = z.object({ id, version });
export type RemoveTable = z.output<typeof removeTableSchema>;

/** Who sits down, as a form's value: "<person>", or "<person>:<body>" for a body's delegate. */
const seated = z
  .string("chooseOne")
  .regex(/^[0-9a-f-]{36}(:[0-9a-f-]{36})?$/, "chooseOne")
  .transform((text) => ({ personId: text.slice(0, 36), organisationId: text.slice(37) || null }))
  .pipe(z.object({ personId: z.uuid("chooseOne"), organisationId: z.uuid("chooseOne").nullable() }));

export const giveSeatSchema = z.object({ tableId: id, who: seated, isCoordinator: ticked });
export type GiveSeat = z.output<typeof giveSeatSchema>;

/** A choice of the form, as `giveSeatSchema` reads it. */
export function seatValue({
  personId,
  organisationId,
}: {
  personId: string;
  organisationId: string | null;
}): string {
  return organisationId === null ? personId : `${personId}:${organisationId}`;
}

export const endSeatSchema = z.object({ id });
export type EndSeat = z.output<typeof endSeatSchema>;

/** Which table's list of seats is asked for. */
export const seatFiltersSchema = z.object({ programme: z.string().min(1).max(200), table: z.uuid() });
