import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** In place of what was asked for, when it was asked for too often. */
export function WaitNotice({ minutes }: { minutes: number }) {
  const t = useTranslations("errors");
  return <Notice tone="warning" title={t("tooManyAttempts", { minutes })} />;
}
