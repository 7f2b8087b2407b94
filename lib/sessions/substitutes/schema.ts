import { z } from "zod";

const person = z.uuid({ error: "chooseOne" });
const id = z.uuid();
const version = z.coerce.number().int().min(1);

export const nameSubstituteSchema = z.object({ id, substitute: person });
export const takeBackSubstituteSchema = z.object({ id });
export const nameDeputySchema = z.object({ id, version, deputy: person });
export const takeBackDeputySchema = z.object({ id, version });

export type NameSubstitute = z.output<typeof nameSubstituteSchema>;
export type TakeBackSubstitute = z.output<typeof takeBackSubstituteSchema>;
export type NameDeputy = z.output<typeof nameDeputySchema>;
export type TakeBackDeputy = z.output<typeof takeBackDeputySchema>;
