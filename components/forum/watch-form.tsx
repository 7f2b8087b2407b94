import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Watch, watchLevels } from "@/lib/forum/watching/levels";
import type { WatchLevel } from "@/lib/platform/db/generated/enums";

type Props = { id: string; action: FormAction };

/** How closely the reader follows a thread, why, and another choice. */
export function WatchThread({ id, watch, action }: Props & { watch: Watch }) {
  const t = useTranslations("forum.watch");
  const isChosen = watch.by === "thread" || watch.by === "post";
  return (
    <section id="watch" aria-labelledby="watch-title" className="no-print border-hairline border-b py-4">
      <h2 id="watch-title" className="mb-1 font-semibold text-base">
        {t("title")}
      </h2>
      <p className="text-meta">{t(`levels.${watch.level}`)}</p>
      <p className="mb-3 text-meta text-muted">{t(`by.${watch.by}`)}</p>
      <LevelForm
        id={id}
        action={action}
        label={t("label")}
        chosen={isChosen ? watch.level : null}
        otherwise={t("asCategory")}
      />
    </section>
  );
}

type CategoryProps = Props & { chosen: WatchLevel | null; usual: WatchLevel };

/** How closely the reader follows what is written in a category. */
export function WatchCategory({ id, chosen, usual, action }: CategoryProps) {
  const t = useTranslations("forum.watch");
  return (
    <section id="watch" aria-labelledby="watch-title" className="no-print max-w-[26rem] space-y-3">
      <h2 id="watch-title" className="font-semibold text-base">
        {t("categoryTitle")}
      </h2>
      <LevelForm
        id={id}
        action={action}
        label={t("categoryLabel")}
        chosen={chosen}
        otherwise={t("usual", { level: t(`short.${usual}`) })}
      />
    </section>
  );
}

type LevelProps = Props & { label: string; chosen: WatchLevel | null; otherwise: string };

function LevelForm({ id, action, label, chosen, otherwise }: LevelProps) {
  const t = useTranslations("forum.watch");
  return (
    <ActionForm
      // Made anew when another level holds, so that it shows that one.
      key={chosen}
      action={action}
      id="watch-form"
      hidden={{ id }}
      fieldLabels={{ level: label }}
      className="space-y-3"
    >
      <Select
        name="level"
        label={label}
        hiddenLabel
        defaultValue={chosen ?? "USUAL"}
        options={[
          { value: "USUAL", label: otherwise },
          ...watchLevels.map((value) => ({ value, label: t(`levels.${value}`) })),
        ]}
      />
      <SubmitButton variant="outline" size={40}>
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}
