import { useLocale, useTranslations } from "next-intl";
import { DateTimeFields } from "@/components/form/date-time-fields";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { clockOf } from "@/lib/animation/scheduling/due";
import type { ScheduleChoices, ScheduledShown } from "@/lib/animation/scheduling/queries";
import { anchors } from "@/lib/animation/scheduling/schema";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import { showSourceDate } from "@/lib/platform/source-date";

type Labels = Record<
  "anchor" | "date" | "time" | "phaseId" | "sessionId" | "days" | "hours" | "side",
  string
>;
type Props = { labels: Labels; choices: ScheduleChoices; post?: ScheduledShown };

/** When a post comes: at a moment, or so long before or after a phase or a session, with which it moves. */
export function MomentFields({ labels, choices, post }: Props) {
  const t = useTranslations("animation.form");
  const locale = useLocale() as Locale;
  const phases = choices.phases.map(({ id, title, begin, end }) => {
    const dates = [begin, end].flatMap((date) => (date ? [showSourceDate(date, locale)] : []));
    return {
      value: id,
      label: dates.length > 0 ? t("phaseWith", { title, dates: dates.join(" - ") }) : title,
    };
  });
  const sessions = choices.sessions.map(({ id, title, startsAt }) => ({
    value: id,
    label: t("sessionOn", { title, day: formatDay(startsAt, locale) }),
  }));
  const time = post?.at ? romeTime(post.at) : clockOf(post?.minuteOfDay ?? 540);
  return (
    <>
      <RadioGroup
        name="anchor"
        label={labels.anchor}
        hint={t("anchorHint")}
        defaultValue={post?.anchor ?? "MOMENT"}
        choices={anchors.map((anchor) => ({ value: anchor, label: t(`anchors.${anchor}`) }))}
      />
      <DateTimeFields
        legend={t("moment")}
        date={{
          name: "date",
          label: labels.date,
          hint: t("dateHint"),
          defaultValue: post?.at ? romeDay(post.at) : undefined,
        }}
        time={{ name: "time", label: labels.time, hint: t("timeHint"), defaultValue: time }}
      />
      <Select
        name="phaseId"
        label={labels.phaseId}
        hint={t("phaseHint")}
        placeholder={t("noPhase")}
        options={phases}
        defaultValue={post?.phase?.id}
      />
      <Select
        name="sessionId"
        label={labels.sessionId}
        hint={t("sessionHint")}
        placeholder={t("noSession")}
        options={sessions}
        defaultValue={post?.session?.id}
      />
      <fieldset className="space-y-4">
        <legend className="font-semibold text-[1.0625rem]">{t("offset")}</legend>
        <RadioGroup
          name="side"
          label={labels.side}
          inline
          defaultValue={post && (post.offsetDays > 0 || post.offsetHours > 0) ? "after" : "before"}
          choices={(["before", "after"] as const).map((side) => ({ value: side, label: t(`sides.${side}`) }))}
        />
        <div className="flex flex-wrap gap-5">
          <TextInput
            name="days"
            type="number"
            min={0}
            max={365}
            width="number"
            label={labels.days}
            defaultValue={Math.abs(post?.offsetDays ?? 0)}
          />
          <TextInput
            name="hours"
            type="number"
            min={0}
            max={23}
            width="number"
            label={labels.hours}
            hint={t("hoursHint")}
            defaultValue={Math.abs(post?.offsetHours ?? 0)}
          />
        </div>
      </fieldset>
    </>
  );
}
