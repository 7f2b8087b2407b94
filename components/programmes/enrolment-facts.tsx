import { useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Body } from "@/lib/programmes/queries";

/** What is known of an enrolment: its days, who agreed, the note. */
export function EnrolmentFacts({ body }: { body: Body }) {
  const t = useTranslations("programmes.enrolments");
  const locale = useLocale() as Locale;
  const agreed = body.consents.map(({ onBehalfOf, agreedOn }) =>
    t("agreedOn", { who: onBehalfOf, date: formatDay(agreedOn, locale) }),
  );
  return (
    <DefinitionList
      look="rows"
      items={[
        {
          key: "applied",
          term: t("appliedOn"),
          value: body.appliedOn ? formatDay(body.appliedOn, locale) : null,
        },
        {
          key: "selected",
          term: t("selectedOn"),
          value: body.selectedOn ? formatDay(body.selectedOn, locale) : null,
        },
        { key: "agreed", term: t("agreed"), value: agreed.length > 0 ? agreed.join("; ") : t("nobodyYet") },
        { key: "note", term: t("note"), value: body.note },
      ]}
    />
  );
}
