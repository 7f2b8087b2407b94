import { useTranslations } from "next-intl";
import { MomentFields } from "@/components/animation/moment-fields";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { TextInput } from "@/components/form/text-input";
import { Composer } from "@/components/forum/composer";
import type { ScheduleChoices, ScheduledShown } from "@/lib/animation/scheduling/queries";

type Props = {
  slug: string;
  action: FormAction;
  hidden: Record<string, string | number>;
  submissionKey?: string;
  choices: ScheduleChoices;
  /** a post that waits, to be changed */
  post?: ScheduledShown;
  /** the thread in which it is to be written */
  thread?: { title: string | null } | null;
  /** what a text to begin with puts there */
  begun?: { title: string; markdown: string } | null;
};

/** A post that comes later: where, what, and when. */
export function ScheduleForm({ slug, action, hidden, submissionKey, choices, post, thread, begun }: Props) {
  const t = useTranslations("animation.form");
  const forum = useTranslations("forum.compose");
  const inThread = thread ?? post?.thread ?? null;
  const labels = {
    categoryId: t("category"),
    title: forum("title"),
    anchor: t("anchor"),
    date: t("date"),
    time: t("time"),
    phaseId: t("phase"),
    sessionId: t("session"),
    days: t("days"),
    hours: t("hours"),
    side: t("side"),
  };
  return (
    <Composer
      id="schedule"
      slug={slug}
      action={action}
      hidden={hidden}
      submissionKey={submissionKey}
      label={inThread ? t("reply") : forum("firstText")}
      text={post?.markdown ?? begun?.markdown}
      send={post ? t("save") : t("schedule")}
      fieldLabels={labels}
      rows={10}
    >
      {inThread ? (
        <p>{inThread.title ? t("inThread", { title: inThread.title }) : t("inHiddenThread")}</p>
      ) : (
        <>
          {post ? (
            <p>{t("inCategory", { title: post.category?.title ?? "" })}</p>
          ) : (
            <Select
              name="categoryId"
              label={labels.categoryId}
              placeholder={t("chooseCategory")}
              options={choices.categories.map(({ id, title, isPublic }) => ({
                value: id,
                label: isPublic ? t("publicCategory", { title }) : title,
              }))}
            />
          )}
          <TextInput
            name="title"
            label={labels.title}
            maxLength={200}
            defaultValue={post?.title ?? begun?.title}
          />
        </>
      )}
      <MomentFields labels={labels} choices={choices} post={post} />
    </Composer>
  );
}
