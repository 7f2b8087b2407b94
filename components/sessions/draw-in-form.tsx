import { useLocale, useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink, type Href } from "@/components/ui/app-link";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Drawable } from "@/lib/sessions/agenda/queries";

type Props = {
  action: FormAction;
  session: { id: string; version: number };
  drawable: Drawable[];
  slug: string;
};

const kinds = [
  { kind: "CARRIED_POINT", field: "points[]" },
  { kind: "THREAD", field: "threads[]" },
  { kind: "DELIVERABLE", field: "deliverables[]" },
] as const;

/** What is open elsewhere, to be ticked and added to the agenda. */
export function DrawInForm({ action, session, drawable, slug }: Props) {
  const t = useTranslations("planning.drawIn");
  const locale = useLocale() as Locale;
  if (drawable.length === 0) return <p className="text-muted">{t("none")}</p>;
  const groups = kinds
    .map((one) => ({ ...one, things: drawable.filter(({ sourceKind }) => sourceKind === one.kind) }))
    .filter(({ things }) => things.length > 0);
  return (
    <ActionForm
      action={action}
      hidden={{ id: session.id, version: session.version }}
      id="draw-in"
      fieldLabels={{ minutes: t("minutes") }}
      className="max-w-[52rem] space-y-6"
    >
      {groups.map(({ kind, field, things }) => (
        <CheckboxGroup
          key={kind}
          name={field}
          label={t(`kinds.${kind}`)}
          optional
          choices={things.map((one) => ({
            value: one.sourceId,
            label: one.title,
            hint: (
              <>
                {t(`since.${kind}`, { day: formatDay(one.since, locale) })}{" "}
                <AppLink href={hrefOf(slug, one)}>
                  {t("open")}
                  <span className="sr-only">: {one.title}</span>
                </AppLink>
              </>
            ),
          }))}
        />
      ))}
      <TextInput
        name="minutes"
        label={t("minutes")}
        hint={t("minutesHint")}
        optional
        width="number"
        inputMode="numeric"
      />
      <SubmitButton size={40}>{t("add")}</SubmitButton>
    </ActionForm>
  );
}

function hrefOf(slug: string, { sourceKind, sourceId, sessionId }: Drawable): Href {
  if (sourceKind === "THREAD") {
    return { pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id: sourceId } };
  }
  if (sourceKind === "DELIVERABLE") {
    return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: sourceId } };
  }
  return { pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id: sessionId ?? "" } };
}
