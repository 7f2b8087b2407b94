import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FileRow } from "@/components/ui/file-row";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ManagedItemPage } from "@/lib/reuse/queries";

/** The releases of an item with how often each was taken, and the next one where there is something newer. */
export function ReleaseSection({ item, action }: { item: ManagedItemPage; action: FormAction }) {
  const t = useTranslations("reuse.area");
  const locale = useLocale() as Locale;
  return (
    <section aria-labelledby="releases" className="max-w-[52rem] space-y-5">
      <SectionHead id="releases" size="area" title={t("releases")} />
      <ol className="space-y-3">
        {item.releases.map(({ id, number, note, releasedAt, downloads, version }) => (
          <li key={id}>
            <FileRow
              name={version.filename}
              meta={
                <>
                  {t("releaseLine", {
                    number,
                    version: version.number,
                    size: formatSize(version.size, locale),
                    date: formatDay(releasedAt, locale),
                  })}
                  , {t("counted", { count: downloads })}
                  {note ? <span className="block">{note}</span> : null}
                </>
              }
            />
          </li>
        ))}
      </ol>
      {item.state === "PUBLISHED" ? <NewRelease item={item} action={action} /> : null}
    </section>
  );
}

function NewRelease({ item, action }: { item: ManagedItemPage; action: FormAction }) {
  const t = useTranslations("reuse.area");
  if (item.newer.length === 0) return <p className="text-meta text-muted">{t("noNewer")}</p>;
  const labels = { versionId: t("version"), note: t("note") };
  return (
    <div className="space-y-4">
      <h3 className="text-h4">{t("newRelease")}</h3>
      <p className="measure">{t("newReleaseNote")}</p>
      <ActionForm
        action={action}
        id="release"
        hidden={{ id: item.id, version: item.version }}
        fieldLabels={labels}
      >
        <Select
          name="versionId"
          label={labels.versionId}
          options={item.newer.map((one) => ({
            value: one.id,
            label: t("versionOption", { number: one.number, filename: one.filename }),
          }))}
        />
        <TextInput name="note" label={labels.note} hint={t("noteHint")} optional maxLength={500} />
        <SubmitButton>{t("releaseDo", { number: (item.releases[0]?.number ?? 0) + 1 })}</SubmitButton>
      </ActionForm>
    </div>
  );
}
