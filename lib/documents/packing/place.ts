import { type Node, pathTo } from "@/lib/documents/folders/tree";
import { withWords } from "@/lib/platform/bundle/paths";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import type { Translate } from "@/lib/platform/i18n/translator";

/** Where a document lies within its space's archive: in its folder, and at the top among those of its kind. */
export function placeOf(
  document: { kind: DocumentKind; folderId: string | null },
  { folders, t }: { folders: readonly Node[]; t: Translate },
): string[] {
  const path = pathTo(folders, document.folderId).map(({ name }) => name);
  return path.length > 0 ? path : [t(`kinds.${document.kind}`)];
}

/** The name of a version among others of its document. */
export function versionName(version: { filename: string; number: number }, t: Translate): string {
  return withWords(version.filename, t("packing.versionInName", { number: version.number }));
}
