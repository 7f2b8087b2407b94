import { useLocale, useTranslations } from "next-intl";
import { Ours } from "@/components/smart-working/profile-facts";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import type { SmartWorkingProfiles } from "@/lib/smart-working/schema";

/** The scales of which the profiles speak, from the lowest level up; what the portal added is marked. */
export function LevelScales({ scales, notes }: Pick<SmartWorkingProfiles, "scales" | "notes">) {
  const t = useTranslations("smart-working.scales");
  const locale = useLocale();
  return (
    <>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-3 md:gap-y-0">
        {(["activity", "skills", "performance"] as const).map((key) => (
          <section
            key={key}
            aria-labelledby={`scale-${key}`}
            className="md:row-span-3 md:grid md:grid-rows-subgrid"
          >
            <h3 id={`scale-${key}`} className="text-h4">
              {inLanguage(scales[key].name, locale)}
            </h3>
            <p className="text-meta text-muted">{t(`notes.${key}`)}</p>
            <ol className="mt-3 divide-y divide-hairline self-start border-hairline border-y text-base">
              {scales[key].levels.map((level, index) => (
                <li key={level.key} className="flex min-h-11 items-center gap-3 py-1.5">
                  <Steps filled={index + 1} of={scales[key].levels.length} />
                  <span className="font-semibold">{inLanguage(level.name, locale)}</span>
                  {level.isFromSource ? null : <Ours>{t("ours")}</Ours>}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <ul className="measure mt-6 list-disc space-y-1 pl-5 text-base">
        {notes.map((note) => (
          <li key={note.it}>{inLanguage(note, locale)}</li>
        ))}
      </ul>
    </>
  );
}

function Steps({ filled, of }: { filled: number; of: number }) {
  return (
    <svg width={of * 12} height="12" aria-hidden="true" className="shrink-0">
      {Array.from({ length: of }, (_, index) => index).map((index) => (
        <circle
          key={index}
          cx={6 + index * 12}
          cy="6"
          r={index < filled ? 4.5 : 2}
          className={index < filled ? "fill-action" : "fill-control"}
        />
      ))}
    </svg>
  );
}
