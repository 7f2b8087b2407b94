import { useTranslations } from "next-intl";
import type { NotesTexts } from "@/components/sessions/live/notes-keeper";

/** What is said of notes that are, or are not, saved while they are typed: for the components that run in the browser. */
export function useNotesTexts(): NotesTexts {
  const t = useTranslations("live.notes");
  return {
    passing: t("passing"),
    signedOut: t("signedOut"),
    forbidden: t("forbidden"),
    missing: t("missing"),
    changed: t("changed"),
    tooLarge: t("tooLarge"),
    notAccepted: t("notAccepted"),
    restored: t("restored"),
    refused: t("refused", { message: "{message}" }),
    renewed: t("renewed", { message: "{message}" }),
  };
}

/** Where notes go while they are typed. */
export function notesAddress(session: string, locale: string): string {
  return `/api/sessions/${session}/notes?locale=${locale}`;
}
