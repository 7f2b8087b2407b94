import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { chosenKinds } from "@/lib/documents/schema";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  filters: { kind?: string; body?: string };
  bodies: { id: string; shortName: string }[];
};

/** Kind and body of a space's list. */
export function DocumentFilters({ slug, filters, bodies }: Props) {
  const t = useTranslations("documents");
  const here = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  const action = getPathname({ href: here, locale: useLocale() as Locale });
  const set = filters.kind !== undefined || filters.body !== undefined;
  return (
    <ListFilters action={action} reset={set ? here : undefined}>
      <Select
        name="kind"
        label={t("fields.kind")}
        placeholder={t("list.anyKind")}
        defaultValue={filters.kind}
        options={chosenKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      {bodies.length > 0 ? (
        <Select
          name="body"
          label={t("fields.space")}
          placeholder={t("list.anySpace")}
          defaultValue={filters.body}
          options={bodies.map((body) => ({ value: body.id, label: body.shortName }))}
        />
      ) : null}
    </ListFilters>
  );
}
