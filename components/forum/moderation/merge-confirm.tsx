import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import type { FormAction } from "@/components/form/sent-form";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { Merge as MergeIcon } from "@/components/ui/icons";
import type { Merge } from "@/lib/forum/moves/queries";

type Props = { slug: string; merge: Merge; crumbs: Crumb[]; action: FormAction };

/** What happens when a thread ends in another. */
export function MergeConfirm({ slug, merge: { thread, target, posts }, crumbs, action }: Props) {
  const t = useTranslations("moderation.merge");
  const titles = { title: thread.title, target: target.title };
  const opens = target.category.isPublic && !thread.category.isPublic;
  const closes = thread.category.isPublic && !target.category.isPublic;
  return (
    <ConfirmPage
      title={t("confirmTitle")}
      crumbs={crumbs}
      action={action}
      hidden={{ id: thread.id, version: thread.version, into: target.id }}
      confirm={{ label: t("do"), icon: <MergeIcon /> }}
      cancel={{
        href: {
          pathname: "/area/programmes/[slug]/forum/threads/[id]/merge",
          params: { slug, id: thread.id },
        },
        label: t("again"),
      }}
    >
      <p className="[overflow-wrap:anywhere]">
        {t("moves", { ...titles, count: posts, first: target.lastPostNumber + 1 })}
      </p>
      <p className="[overflow-wrap:anywhere]">{t("ends", titles)}</p>
      <p>{t("follow")}</p>
      {opens ? <p className="font-semibold">{t("opens", titles)}</p> : null}
      {closes ? <p className="font-semibold">{t("closes", titles)}</p> : null}
      {thread.acceptedPostId ? (
        <p>{target.acceptedPostId ? t("answerLost", titles) : t("answer", titles)}</p>
      ) : null}
      <p>{t("undone")}</p>
    </ConfirmPage>
  );
}
