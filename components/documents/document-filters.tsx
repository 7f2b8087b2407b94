import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { chosenKinds } from "@/lib/documents/schema";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; kind?: string; space: Record<string, string> };

/** The kind of documents, over a whole space whatever their folders. */
export function DocumentFilters({ slug, kind, space }: Props) {
  const t = useTranslations("documents");
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const action = getPathname({ href: here, locale: useLocale() as Locale });
  return (
    <ListFilters action={action} hidden={space} reset={kind ? { ...here, query: space } : undefined}>
      <Select
        name="kind"
        label={t("fields.kind")}
        placeholder={t("list.anyKind")}
        defaultValue={kind}
        options={chosenKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
    </ListFilters>
  );
}
