import { z } from "zod";
import { type SpaceWords, wordsKey } from "@/lib/documents/space-words";

/** Documents that are moved in one act: as many as a page of a list shows. */
export const mostMoved = 50;

/** Where documents go: "common", "body:<id>" or "table:<id>" for the top of a space, "folder:<id>" for one of its folders. */
export type Destination = { kind: "folder"; folderId: string } | ({ kind: "top" } & SpaceWords);

const destination = z.string("chooseOne").transform((text, context): Destination => {
  if (text === "common") return { kind: "top" };
  const [, kind, id] = /^(folder|body|table):([0-9a-f-]{36})$/.exec(text) ?? [];
  if (kind === "folder" && id) return { kind, folderId: id };
  if (kind && id) return { kind: "top", [kind]: id };
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
  return wordsKey(to) ?? "common";
}
