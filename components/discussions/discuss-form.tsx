import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { TextInput } from "@/components/form/text-input";
import { Composer, type Voices } from "@/components/forum/composer";
import type { LinkTarget } from "@/lib/links/schema";

type Props = {
  slug: string;
  target: LinkTarget;
  categories: { id: string; title: string; isPublic: boolean }[];
  voices: Voices;
  submissionKey: string;
  action: FormAction;
};

/** A new discussion about a thing: where it opens, what it is called, its first post. */
export function DiscussForm({ slug, target, categories, voices, submissionKey, action }: Props) {
  const t = useTranslations("discussions");
  const forum = useTranslations("forum.compose");
  const labels = { categoryId: t("category"), title: forum("title") };
  return (
    <Composer
      id="discuss"
      slug={slug}
      action={action}
      hidden={{ kind: target.kind, target: target.id }}
      submissionKey={submissionKey}
      label={forum("firstText")}
      send={forum("open")}
      voices={voices}
      fieldLabels={labels}
    >
      <Select
        name="categoryId"
        label={labels.categoryId}
        hint={t("categoryHint")}
        placeholder={t("chooseCategory")}
        options={categories.map(({ id, title, isPublic }) => ({
          value: id,
          label: isPublic ? t("publicCategory", { title }) : title,
        }))}
      />
      <TextInput name="title" label={labels.title} hint={forum("titleHint")} maxLength={200} />
    </Composer>
  );
}
