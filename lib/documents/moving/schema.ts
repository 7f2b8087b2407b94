import { z } from "zod";

/** Documents that are moved in one act: as many as a page of a list shows. */
export const mostMoved = 50;

/** Where documents go: "common", "body:<id>" for the top of a space, "folder:<id>" for one of its folders. */
export type Destination =
  | { kind: "folder"; folderId: string }
  | { kind: "top"; organisationId: string | null };

const destination = z.string("chooseOne").transform((text, context): Destination => {
  if (text === "common") return { kind: "top", organisationId: null };
  const [, kind, id] = /^(folder|body):([0-9a-f-]{36})$/.exec(text) ?? [];
  if (kind === "folder" && id) return { kind, folderId: id };
  if (kind === "body" && id) return { kind: "top", organisationId: id };
  context.addIssue({ code: "custom", message: "chooseOne" });
  return z.NEVER;
});

/** A document as the form showed it: "<id>:<version>". */
const shown = z
  .string("invalid")
  .regex(/^[0-9a-f-]{36}:[1-9]\d{0,8}$/, "invalid")
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }))
  .pipe(z.object({ id: z.uuid("invalid"), version: z.number() }));

export const moveDocumentsSchema = z.object({
  documents: z
    .array(shown, "documents.tickDocuments")
    .min(1, "documents.tickDocuments")
    .max(mostMoved, "invalid"),
  to: destination,
});
export type MoveDocuments = z.output<typeof moveDocumentsSchema>;

/** A document as a form's value. */
export function shownValue({ id, version }: { id: string; version: number }): string {
  return `${id}:${version}`;
}

/** A destination as a form's value. */
export function destinationValue(to: Destination): string {
  if (to.kind === "folder") return `folder:${to.folderId}`;
  return to.organisationId === null ? "common" : `body:${to.organisationId}`;
}
