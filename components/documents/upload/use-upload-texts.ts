import { useTranslations } from "next-intl";
import type { UploadTexts } from "@/components/documents/upload-form";

/** The texts of a form with a file, in the reader's language; `send` is its button. */
export function useUploadTexts(send: string): UploadTexts {
  const t = useTranslations("documents.upload");
  const form = useTranslations("ui.form");
  return {
    optional: form("optional"),
    error: form("error"),
    pending: form("pending"),
    errorTitle: form("errorTitle"),
    refusedTitle: form("refusedTitle"),
    send,
    stopped: t("stopped"),
    broken: t("broken"),
    progress: t("progress", { percent: "{percent}", total: "{total}" }),
    sending: t("sending", { done: "{done}", total: "{total}", percent: "{percent}" }),
    several: t("several", { received: "{received}", count: "{count}" }),
    severalChosen: t("severalChosen", { count: "{count}" }),
    waiting: t("waiting"),
    paused: t("paused"),
    lost: t("lost"),
    signedOut: t("signedOut"),
    checking: t("checking"),
    received: t("received"),
    pause: t("pause"),
    resume: t("resume"),
    stop: t("stop"),
    show: t("show"),
    again: t("again"),
  };
}
