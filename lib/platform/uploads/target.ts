import type { z } from "zod";
import type { AudienceRole } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import { type FormValues, formInput } from "@/lib/platform/form-data";
import type { Href } from "@/lib/platform/i18n/navigation";

/** A file under its hash, with what a person calls it; `uploadId` when it came in parts. */
export type UploadedFile = {
  sha256: string;
  size: number;
  filename: string;
  mimeType: string;
  uploadId?: string;
};

/** What a form with a file does. */
export type FormTarget<Target extends z.ZodType, Schema extends z.ZodType> = {
  audience: readonly AudienceRole[];
  /** where the file goes, from the address, so that it is checked before the bytes come */
  target: Target;
  /** the target and the fields of the form, together */
  schema: Schema;
  /** refuses before a byte is taken: right, state, target */
  check: (actor: Actor, target: z.output<Target>) => Promise<unknown>;
  keep: (actor: Actor, input: z.output<Schema>, file: UploadedFile) => Promise<Href>;
  /** what the form does without a file; where it is not there a file is asked for */
  keepWithout?: (actor: Actor, input: z.output<Schema>) => Promise<Href>;
  /** where less is enough than the portal takes at all */
  maxBytes?: number;
  /** the page with the form, for a browser without JavaScript */
  back: (target: z.output<Target>) => Href;
};

/** What a file can be meant for: the plain form, the upload in parts and the worker go by the same. */
export type UploadTarget<Target extends z.ZodType, Schema extends z.ZodType> = FormTarget<Target, Schema> & {
  /** refuses before a byte is taken what weighs more than there is room for */
  checkRoom?: (actor: Actor, target: z.output<Target>, size: number) => Promise<void>;
  /** what `keep` made of an upload already, when a job that was killed runs again */
  kept: (actor: Actor, uploadId: string) => Promise<Href | null>;
};

export type AnyFormTarget = FormTarget<z.ZodType, z.ZodType>;
export type AnyUploadTarget = UploadTarget<z.ZodType, z.ZodType>;

/** Targets by the name of their entry, "feature.verb". */
export type FormTargets = Readonly<Record<string, AnyFormTarget>>;
export type UploadTargets = Readonly<Record<string, AnyUploadTarget>>;

/** Writes a target down with its types bound together. What reads it goes by the schemas alone. */
export function uploadTarget<Target extends z.ZodType, Schema extends z.ZodType>(
  target: UploadTarget<Target, Schema>,
): AnyUploadTarget {
  return target as unknown as AnyUploadTarget;
}

/** The same of a form whose file is small, or may be left out, and never comes in parts. */
export function formTarget<Target extends z.ZodType, Schema extends z.ZodType>(
  target: FormTarget<Target, Schema>,
): AnyFormTarget {
  return target as unknown as AnyFormTarget;
}

/**
 * What the target's schema makes of address and fields.
 * @throws ZodError
 */
export function readForm(target: AnyFormTarget, query: FormValues, fields: FormValues): Promise<unknown> {
  return target.schema.parseAsync({ ...formInput(query), ...formInput(fields) });
}
