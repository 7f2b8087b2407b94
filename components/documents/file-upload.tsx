import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useUploadTexts } from "@/components/documents/upload/use-upload-texts";
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
    | "/api/upload/attachment"
    | "/api/upload/scheduled";
  target: Record<string, string | undefined>;
  send: string;
  initialState: FormState;
  hidden?: Record<string, string | number>;
  fieldLabels?: Record<string, string>;
  maxSize: string;
  /** several files may be chosen, each for itself: the field that then holds their names, and the page to go to */
  several?: { field: string; next: string };
  /** fields above the file */
  children?: ReactNode;
};

/** What the same file is called where it comes in parts. */
const entries: Record<Props["route"], string> = {
  "/api/upload/document": "documents.add",
  "/api/upload/version": "documents.addVersion",
  "/api/upload/deliverable": "documents.addDraft",
  "/api/upload/attachment": "forum.attach",
  "/api/upload/scheduled": "animation.attachScheduled",
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
  several,
  children,
}: Props) {
  const t = useTranslations("documents.upload");
  const texts = useUploadTexts(send);
  const query = new URLSearchParams({ locale: useLocale() });
  for (const [name, value] of Object.entries(target)) if (value) query.set(name, value);
  return (
    <UploadForm
      id="upload"
      action={`${route}?${query}`}
      parts={`/api/upload/parts?to=${entries[route]}&${query}`}
      several={several}
      hidden={hidden}
      initialState={initialState}
      fieldLabels={{ ...fieldLabels, file: t("file") }}
      texts={texts}
    >
      {children}
      <FileInput
        name="file"
        label={t("file")}
        hint={t(several ? "filesHint" : "fileHint", { max: maxSize })}
        accept={acceptedFiles}
      />
    </UploadForm>
  );
}
