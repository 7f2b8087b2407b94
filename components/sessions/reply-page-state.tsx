import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { LinkView } from "@/lib/sessions/replies/queries";

/** Why there is nothing to answer any more: the session was cancelled, or has begun. */
export function ReplyPageState({ view: { session, replies } }: { view: LinkView }) {
  const t = useTranslations("replies.page");
  if (session.state === "CANCELLED") {
    return (
      <Notice tone="error" title={t("cancelled")}>
        {session.cancelReason}
      </Notice>
    );
  }
  if (replies.own.isOpen || replies.own.representedBy) return null;
  return <Notice title={t("closed")}>{t("closedNote")}</Notice>;
}
