import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/layout/print-button";
import { Check, Download } from "@/components/ui/icons";
import { buttonClass } from "@/components/ui/push-button";

/** The recovery codes, once: to print, to download or to write down. `next` is where to go on. */
export function RecoveryCodeList({ codes, next }: { codes: string[]; next: string }) {
  const t = useTranslations("people.recovery");
  const text = `${t("fileHead")}\n\n${codes.join("\n")}\n`;
  return (
    <div className="space-y-6">
      <ol
        className="grid max-w-[38rem] list-inside list-decimal gap-x-8 gap-y-2 rounded border border-edge bg-paper p-5 font-semibold text-lead tabular-nums sm:grid-cols-2"
        translate="no"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap gap-3">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t("file")}
          className={buttonClass({ variant: "outline", size: 40 })}
        >
          <Download className="size-5" />
          {t("download")}
        </a>
        <PrintButton label={t("print")} />
      </div>
      <p className="no-print">
        <a href={next} className={buttonClass({})}>
          <Check className="size-5" />
          {t("kept")}
        </a>
      </p>
    </div>
  );
}
