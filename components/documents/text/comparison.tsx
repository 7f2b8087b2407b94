import { useTranslations } from "next-intl";
import { TextNotice } from "@/components/documents/text/text-notice";
import { Notice } from "@/components/ui/notice";
import { mostCompared, type Part, type Piece } from "@/lib/documents/text/compare";
import type { ComparedTexts } from "@/lib/documents/text/queries";

/** What differs between two texts, or why that cannot be said. */
export function ComparisonView({ compared, lang }: { compared: ComparedTexts; lang: string }) {
  const t = useTranslations("file-text.compare");
  if (compared.is === "noText") {
    return (
      <>
        {compared.of.map(({ number, facts }) => (
          <div key={number} className="space-y-2">
            <p className="font-semibold">{t("noText", { number })}</p>
            <TextNotice facts={facts} />
          </div>
        ))}
      </>
    );
  }
  if (compared.is !== "compared") return <Notice>{t(compared.is)}</Notice>;
  const { comparison, isCut } = compared;
  return (
    <>
      {isCut ? <Notice tone="warning">{t("cut", { most: mostCompared })}</Notice> : null}
      {comparison.added + comparison.removed === 0 ? (
        <Notice>{t("sameText")}</Notice>
      ) : (
        <>
          <p className="font-semibold">
            {t("sum", { added: comparison.added, removed: comparison.removed })}
          </p>
          <p className="text-meta text-muted">
            {t.rich("legend", {
              ins: (words) => <span className={looks.added}>{words}</span>,
              del: (words) => <span className={looks.removed}>{words}</span>,
            })}
          </p>
          <Parts parts={comparison.parts} lang={lang} />
        </>
      )}
    </>
  );
}

const looks = {
  added: "bg-approved-ground text-ink underline decoration-2 decoration-approved",
  removed: "bg-late-ground text-ink line-through decoration-2 decoration-late",
};

function Parts({ parts, lang }: { parts: Part[]; lang: string }) {
  const t = useTranslations("file-text.compare");
  return (
    <div className="space-y-3 rounded border border-hairline bg-paper p-4">
      {parts.map((part, index) =>
        "left" in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never change places
          <p key={index} className="border-hairline border-y py-1 text-meta text-muted">
            {t("left", { lines: part.left })}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={index} lang={lang} className="measure whitespace-pre-wrap [overflow-wrap:anywhere]">
            {part.pieces.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <ChangedText key={place} piece={piece} />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

/** Readers of the screen rarely say what `ins` and `del` are: words say it for them. */
function ChangedText({ piece: { kind, text } }: { piece: Piece }) {
  const t = useTranslations("file-text.compare");
  if (kind === "same") return text;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark className={looks[kind]}>
      <span className="sr-only"> [{t(`${kind}Start`)}] </span>
      {text}
      <span className="sr-only"> [{t(`${kind}End`)}] </span>
    </Mark>
  );
}
