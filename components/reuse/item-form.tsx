import { useLocale, useTranslations } from "next-intl";
import { useUploadTexts } from "@/components/documents/upload/use-upload-texts";
import { UploadForm } from "@/components/documents/upload-form";
import { Checkbox, CheckboxGroup } from "@/components/form/checkbox";
import { FileInput } from "@/components/form/file-input";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import type { FormState } from "@/lib/platform/form-state";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { AdaptableItem } from "@/lib/reuse/queries";
import { mostCoverBytes } from "@/lib/reuse/schema";
import {
  languageCodes,
  licenceCodes,
  licenceKey,
  offeredLicences,
  subjectCodes,
} from "@/lib/reuse/vocabulary";

type Facts = {
  title: string;
  abstract: string;
  lang: string;
  licence: string;
  subjects: string[];
  authors: string[];
  adaptationOfId: string | null;
  hasCover: boolean;
};

type Props = {
  route: "/api/upload/reuse-item" | "/api/upload/reuse-change";
  target: Record<string, string>;
  hidden: Record<string, string | number>;
  facts: Facts;
  adaptable: AdaptableItem[];
  refused: FormState;
  send: string;
};

/** What is said of an item, with its picture; the first time and later. */
export function ItemForm({ route, target, hidden, facts, adaptable, refused, send }: Props) {
  const t = useTranslations("reuse.fields");
  const texts = useUploadTexts(send);
  const locale = useLocale() as Locale;
  const query = new URLSearchParams({ ...target, locale });
  const labels = {
    title: t("title"),
    abstract: t("abstract"),
    licence: t("licence"),
    subjects: t("subjects"),
    authors: t("authors"),
    lang: t("language"),
    adaptationOf: t("adaptationOf"),
    file: t("cover"),
  };
  return (
    <UploadForm
      id="item"
      action={`${route}?${query}`}
      hidden={hidden}
      initialState={refused}
      fieldLabels={labels}
      texts={texts}
    >
      <TextInput name="title" label={labels.title} defaultValue={facts.title} maxLength={200} />
      <TextArea
        name="abstract"
        label={labels.abstract}
        hint={t("abstractHint")}
        defaultValue={facts.abstract}
        rows={5}
        maxLength={2000}
      />
      <Choices facts={facts} adaptable={adaptable} />
      <FileInput
        name="file"
        label={labels.file}
        hint={t("coverHint", { max: formatSize(mostCoverBytes, locale) })}
        optional
        accept=".png,.jpg,.jpeg"
      />
      {facts.hasCover ? <Checkbox name="withoutCover" label={t("withoutCover")} /> : null}
    </UploadForm>
  );
}

function Choices({ facts, adaptable }: { facts: Facts; adaptable: AdaptableItem[] }) {
  const t = useTranslations("reuse");
  const offered = licenceCodes.filter(
    (code) => (offeredLicences as readonly string[]).includes(code) || code === facts.licence,
  );
  return (
    <>
      <RadioGroup
        name="licence"
        label={t("fields.licence")}
        hint={t("fields.licenceHint")}
        defaultValue={facts.licence}
        choices={offered.map((code) => ({ value: code, label: t(`licences.${licenceKey(code)}`) }))}
      />
      <CheckboxGroup
        name="subjects[]"
        label={t("fields.subjects")}
        hint={t("fields.subjectsHint")}
        defaultValues={facts.subjects}
        columns
        choices={subjectCodes.map((code) => ({ value: code, label: t(`subjects.${code}`) }))}
      />
      <TextArea
        name="authors"
        label={t("fields.authors")}
        hint={t("fields.authorsHint")}
        defaultValue={facts.authors.join("\n")}
        rows={3}
      />
      <Select
        name="lang"
        label={t("fields.language")}
        width="half"
        defaultValue={facts.lang}
        options={languageCodes.map((code) => ({ value: code, label: t(`languages.${code}`) }))}
      />
      {adaptable.length > 0 ? (
        <Select
          name="adaptationOf"
          label={t("fields.adaptationOf")}
          hint={t("fields.adaptationHint")}
          optional
          placeholder={t("fields.noAdaptation")}
          defaultValue={facts.adaptationOfId ?? undefined}
          options={adaptable.map(({ id, title, programme }) => ({
            value: id,
            label: `${title} (${programme})`,
          }))}
        />
      ) : null}
    </>
  );
}
