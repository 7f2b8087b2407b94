import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UploadForm } from "@/components/documents/upload-form";
import { FileInput } from "@/components/form/file-input";
import type { FormState } from "@/lib/platform/form-state";
import { acceptedFiles } from "@/lib/platform/storage/content-kind";

type Props = {
  /** upload route without query */
  route:
    | "/api/upload/document"
    | "/api/upload/version"
    | "/api/upload/deliverable"
    | "/api/upload/attachment";
  target: Record<string, string | undefined>;
  send: string;
  initialState: FormState;
  hidden?: Record<string, string | number>;
  fieldLabels?: Record<string, string>;
  maxSize: string;
  /** fields above the file */
  children?: ReactNode;
};

/** The upload form with its texts in the reader's language and the target in its address. */
export function FileUpload({
  route,
  target,
  send,
  initialState,
  hidden,
  fieldLabels = {},
  maxSize,
  children,
}: Props) {
  const t = useTranslations("documents.upload");
  const form = useTranslations("ui.form");
  const query = new URLSearchParams({ locale: useLocale() });
  for (const [name, value] of Object.entries(target)) if (value) query.set(name, value);
  return (
    <UploadForm
      id="upload"
      action={`${route}?${query}`}
      hidden={hidden}
      initialState={initialState}
      fieldLabels={{ ...fieldLabels, file: t("file") }}
      texts={{
        optional: form("optional"),
        error: form("error"),
        pending: form("pending"),
        errorTitle: form("errorTitle"),
        refusedTitle: form("refusedTitle"),
        send,
        stop: t("stop"),
        stopped: t("stopped"),
        broken: t("broken"),
        progress: t("progress", { percent: "{percent}", total: "{total}" }),
      }}
    >
      {children}
      <FileInput
        name="file"
        label={t("file")}
        hint={t("fileHint", { max: maxSize })}
        accept={acceptedFiles}
      />
    </UploadForm>
  );
}
