import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import type { MatrixFilter } from "@/lib/documents/deliverables/matrix";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

const states = ["TO_DO", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "LOCKED"] as const;

type Props = { slug: string; filters: MatrixFilter; bodies: { id: string; shortName: string }[] };

/** Body, state and lateness of the matrix. */
export function MatrixFilters({ slug, filters, bodies }: Props) {
  const t = useTranslations("documents");
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
      <Checkbox name="late" label={t("matrix.onlyLate")} defaultChecked={filters.late === "on"} />
    </ListFilters>
  );
}
