import { withWords } from "@/lib/platform/bundle/paths";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import type { Translate } from "@/lib/platform/i18n/translator";

/** Where a document lies within its space's archive: the only place that knows, for folders of another make to come. */
export function placeOf(document: { kind: DocumentKind }, t: Translate): string[] {
  return [t(`kinds.${document.kind}`)];
}

/** The name of a version among others of its document. */
export function versionName(version: { filename: string; number: number }, t: Translate): string {
  return withWords(version.filename, t("packing.versionInName", { number: version.number }));
}
