import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip } from "@/components/ui/state-chip";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { dateOnly } from "@/lib/platform/rome-time";
import type { ManagedRecording, RecordingsPage } from "@/lib/sessions/recordings/queries";

type Acts = Record<"publish" | "unpublish" | "retain" | "remove", FormAction>;
type Props = { page: RecordingsPage; acts: Acts };

/** Every recording with what can be done with it. */
export function RecordingManager({ page, acts }: Props) {
  const t = useTranslations("conference.recordings");
  if (page.recordings.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <ul className="border-hairline border-t">
      {page.recordings.map((one) => (
        <li key={one.id} className="space-y-4 border-hairline border-b py-5">
          <Facts recording={one} />
          {one.state === "REMOVED" ? null : (
            <ActsOf recording={one} isPublic={page.session.audience === "PUBLIC"} acts={acts} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ recording }: { recording: ManagedRecording }) {
  const t = useTranslations("conference.recordings");
  const locale = useLocale() as Locale;
  const { title, url, state, isOpen, recordedAt, minutes, retainUntil, removedAt, removalReason } = recording;
  const shownState = recording.isExpiring ? "EXPIRING" : state;
  const published = isOpen ? t("toEverybody") : t("toMembers");
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {state === "REMOVED" || recording.isExpiring ? (
          <span className="font-semibold">{title}</span>
        ) : (
          <AppLink href={{ url }} rel="noopener noreferrer" className="font-semibold">
            {title}
          </AppLink>
        )}
        <StateChip tone={chipTones[state]}>
          {state === "PUBLISHED" && !recording.isExpiring ? published : t(`state.${shownState}`)}
        </StateChip>
      </p>
      <p className="text-meta text-muted">
        {t("facts", { when: formatDay(recordedAt, locale), minutes: minutes ?? 0 })}
        {" · "}
        {removedAt
          ? t("removed", { reason: removalReason ?? "BY_HAND", day: formatDay(removedAt, locale) })
          : t("until", { day: formatDay(retainUntil, locale) })}
      </p>
    </div>
  );
}

const chipTones = { UNPUBLISHED: "draft", PUBLISHED: "approved", REMOVED: "archived" } as const;

function ActsOf({
  recording,
  isPublic,
  acts,
}: {
  recording: ManagedRecording;
  isPublic: boolean;
  acts: Acts;
}) {
  const t = useTranslations("conference.recordings");
  const { id, version, title } = recording;
  const hidden = { id, version };
  if (recording.isExpiring) {
    return (
      <ActionForm action={acts.remove} hidden={hidden} className="space-y-3">
        <p className="measure">{t("expiringNote")}</p>
        <SubmitButton size={40} variant="outline">
          {t("removeAgain")}
          <span className="sr-only">: {title}</span>
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <div className="space-y-4">
      {recording.state === "PUBLISHED" ? (
        <ActionForm action={acts.unpublish} hidden={hidden} className="">
          <SubmitButton size={40} variant="outline">
            {t("unpublish")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={acts.publish} hidden={hidden} className="flex flex-wrap gap-3">
          <SubmitButton name="readers" value="members" size={40}>
            {t("publishMembers")}
          </SubmitButton>
          {isPublic ? (
            <SubmitButton name="readers" value="everybody" size={40} variant="outline">
              {t("publishEverybody")}
            </SubmitButton>
          ) : null}
        </ActionForm>
      )}
      <ActionForm
        action={acts.retain}
        hidden={hidden}
        fieldLabels={{ retainUntil: t("retainUntil") }}
        className="flex flex-wrap items-end gap-3"
      >
        <DateField
          name="retainUntil"
          label={
            <>
              <span aria-hidden="true">{t("retainUntil")}</span>
              <span className="sr-only">{t("retainOf", { title })}</span>
            </>
          }
          defaultValue={dateOnly(recording.retainUntil)}
        />
        <SubmitButton size={40} variant="outline">
          {t("retain")}
        </SubmitButton>
      </ActionForm>
      <details>
        <summary className="cursor-pointer font-semibold text-late">{t("removeSummary", { title })}</summary>
        <ActionForm action={acts.remove} hidden={hidden} className="mt-3 space-y-3">
          <p className="measure">{t("removeNote")}</p>
          <SubmitButton size={40} variant="danger">
            {t("remove")}
          </SubmitButton>
        </ActionForm>
      </details>
    </div>
  );
}

/** The form for a link that no provider tells of. */
export function AddRecording({ page, add }: { page: RecordingsPage; add: FormAction }) {
  const t = useTranslations("conference.recordings");
  const locale = useLocale() as Locale;
  return (
    <ActionForm
      action={add}
      hidden={{ session: page.session.id }}
      fieldLabels={{ title: t("name"), url: t("url"), retainUntil: t("addRetain") }}
      id="add"
    >
      <p className="text-muted">{t("addNote")}</p>
      <TextInput name="title" label={t("name")} maxLength={200} defaultValue={page.session.title} />
      <TextInput name="url" type="url" label={t("url")} />
      <DateField
        name="retainUntil"
        label={t("addRetain")}
        hint={t("addRetainHint", { day: formatDay(new Date(page.defaultRetention), locale) })}
        optional
      />
      <FormActions>
        <SubmitButton>{t("add")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
