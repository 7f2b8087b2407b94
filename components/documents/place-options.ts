import type { useTranslations } from "next-intl";
import type { Option, OptionGroup } from "@/components/form/select";
import type { PlaceGroup } from "@/lib/documents/folders/queries";
import { circleName } from "@/lib/documents/space-words";

/** Spaces with their folders as choices of a list; of one space alone without its name above. */
export function placeOptions(
  groups: readonly PlaceGroup[],
  t: ReturnType<typeof useTranslations<"documents">>,
): (Option | OptionGroup)[] {
  const named = groups.map(({ top, folders, ...circle }) => ({
    label: circleName(circle, t("list.common")),
    options: [
      { value: top, label: t("move.top") },
      ...folders.map(({ value, path }) => ({ value, label: path })),
    ],
  }));
  return named.length === 1 ? (named[0]?.options ?? []) : named;
}
