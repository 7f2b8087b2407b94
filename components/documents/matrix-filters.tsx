import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import type { MatrixFilter } from "@/lib/documents/deliverables/matrix";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

const states = ["TO_DO", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "LOCKED"] as const;

type Props = {
  slug: string;
  filters: MatrixFilter;
  bodies: { id: string; shortName: string }[];
  requests: { id: string; position: number; title: string }[];
};

/** Body, state and lateness of the matrix. */
export function MatrixFilters({ slug, filters, bodies, requests }: Props) {
  const t = useTranslations("documents");
  const texts = useTranslations("deliverables.matrix");
  const here = { pathname: "/area/programmes/[slug]/deliverables", params: { slug } } as const;
  const set = Object.values(filters).some((value) => value !== undefined);
  return (
    <ListFilters
      action={getPathname({ href: here, locale: useLocale() as Locale })}
      reset={set ? here : undefined}
    >
      <Select
        name="body"
        label={t("matrix.body")}
        placeholder={t("matrix.anyBody")}
        defaultValue={filters.body}
        options={bodies.map((body) => ({ value: body.id, label: body.shortName }))}
      />
      <Select
        name="state"
        label={t("matrix.state")}
        placeholder={t("matrix.anyState")}
        defaultValue={filters.state}
        options={states.map((state) => ({ value: state, label: t(`states.${state}`) }))}
      />
      <Select
        name="request"
        label={t("matrix.request")}
        placeholder={t("matrix.anyState")}
        defaultValue={filters.request}
        options={requests.map((one) => ({ value: one.id, label: `${one.position}. ${one.title}` }))}
      />
      <Checkbox name="mine" label={texts("onlyMine")} defaultChecked={filters.mine === "on"} />
      <Checkbox name="late" label={t("matrix.onlyLate")} defaultChecked={filters.late === "on"} />
    </ListFilters>
  );
}
