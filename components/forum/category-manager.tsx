import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { ForumCategory } from "@/lib/forum/queries";

type Props = {
  programmeId: string;
  categories: ForumCategory[];
  /** tables that may have a category of their own */
  tables: readonly { id: string; title: string }[];
  actions: { add: FormAction; change: FormAction; move: FormAction };
};

/** Categories of a forum: their order, their texts, whether visitors read them; and a new one. */
export function CategoryManager({ programmeId, categories, tables, actions }: Props) {
  const t = useTranslations("forum.categories");
  const labels = {
    title: t("fieldTitle"),
    description: t("fieldDescription"),
    isPublic: t("fieldPublic"),
    tableId: t("fieldTable"),
  };
  return (
    <>
      <ol className="max-w-[43rem] border-hairline border-t">
        {categories.map((category, index) => (
          <li key={category.id} className="border-hairline border-b py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <details className="min-w-0 flex-1 basis-72">
                <summary className="py-1 font-semibold text-link">
                  {t("change", { title: category.title })}
                </summary>
                <div className="pt-4 pb-3">
                  <ActionForm
                    action={actions.change}
                    id={`change-${category.id}`}
                    hidden={{ id: category.id, version: category.version }}
                    fieldLabels={labels}
                  >
                    <Fields category={category} />
                    <SubmitButton size={40}>{t("changeDo")}</SubmitButton>
                  </ActionForm>
                </div>
              </details>
              <div className="flex gap-2">
                {index > 0 ? <Move action={actions.move} category={category} direction="up" /> : null}
                {index < categories.length - 1 ? (
                  <Move action={actions.move} category={category} direction="down" />
                ) : null}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <section className="max-w-[43rem] space-y-4">
        <SectionHead size="area" title={t("add")} />
        <ActionForm
          // After an addition the form is a new one.
          key={categories.length}
          action={actions.add}
          id="add"
          hidden={{ programmeId }}
          fieldLabels={labels}
        >
          <Fields />
          {tables.length > 0 ? (
            <Select
              name="tableId"
              label={t("fieldTable")}
              hint={t("fieldTableHint")}
              placeholder={t("allMembers")}
              options={tables.map(({ id, title }) => ({ value: id, label: t("ofTable", { title }) }))}
            />
          ) : null}
          <SubmitButton>{t("addDo")}</SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}

function Fields({ category }: { category?: ForumCategory }) {
  const t = useTranslations("forum.categories");
  return (
    <>
      <TextInput name="title" label={t("fieldTitle")} defaultValue={category?.title} maxLength={100} />
      <TextArea
        name="description"
        label={t("fieldDescription")}
        optional
        rows={2}
        defaultValue={category?.description}
        maxLength={500}
      />
      {category?.table ? (
        <p className="text-muted">{t("ofTable", { title: category.table.title })}</p>
      ) : (
        <Checkbox
          name="isPublic"
          label={t("fieldPublic")}
          hint={t("fieldPublicHint")}
          defaultChecked={category?.isPublic}
        />
      )}
    </>
  );
}

type MoveProps = { action: FormAction; category: ForumCategory; direction: "up" | "down" };

function Move({ action, category, direction }: MoveProps) {
  const t = useTranslations("forum.categories");
  return (
    <ActionForm action={action} hidden={{ id: category.id, direction }} className="">
      <SubmitButton
        variant="outline"
        size={32}
        icon={direction === "up" ? <ArrowUp /> : <ArrowDown />}
        aria-label={t(direction === "up" ? "upOf" : "downOf", { title: category.title })}
      >
        {t(direction)}
      </SubmitButton>
    </ActionForm>
  );
}
