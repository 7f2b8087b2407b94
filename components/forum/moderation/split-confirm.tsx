import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { TextInput } from "@/components/form/text-input";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { Split } from "@/components/ui/icons";
import type { Division } from "@/lib/forum/moves/queries";

type Props = {
  slug: string;
  division: Division;
  crumbs: Crumb[];
  categories: { id: string; title: string }[];
  action: FormAction;
};

/** What happens when posts leave a thread, and how the new one is called. */
export function SplitConfirm({ slug, division, crumbs, categories, action }: Props) {
  const t = useTranslations("moderation.split");
  const { thread, choice, count, posts, takesAnswer } = division;
  const labels = { title: t("fieldTitle"), categoryId: t("fieldCategory") };
  const chosen: Record<string, string | number> = choice.numbers
    ? { numbers: choice.numbers.join(",") }
    : { from: choice.from };
  return (
    <ConfirmPage
      title={t("confirmTitle")}
      crumbs={crumbs}
      action={action}
      hidden={{ id: thread.id, ...chosen }}
      fieldLabels={labels}
      tone="primary"
      confirm={{ label: t("do"), icon: <Split /> }}
      cancel={{
        href: {
          pathname: "/area/programmes/[slug]/forum/threads/[id]/split",
          params: { slug, id: thread.id },
        },
        label: t("again"),
      }}
      fields={
        <>
          <TextInput name="title" label={labels.title} maxLength={200} />
          <Select
            name="categoryId"
            label={labels.categoryId}
            defaultValue={thread.category.id}
            options={categories.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </>
      }
    >
      <p>{t("moves", { count, title: thread.title })}</p>
      <p className="[overflow-wrap:anywhere]">{t("begins", { excerpt: posts[0]?.excerpt ?? "" })}</p>
      <p>{t("numbers")}</p>
      {takesAnswer ? <p>{t("answer")}</p> : null}
      <p>{t("undone")}</p>
    </ConfirmPage>
  );
}
