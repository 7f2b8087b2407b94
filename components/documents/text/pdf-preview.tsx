"use client";

import { useEffect, useRef, useState } from "react";
import { Eye } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

type Texts = {
  show: string;
  loading: string;
  failed: string;
  /** with {shown} and {of} for one page and for several */
  one: string;
  several: string;
  /** with {number} and {of} */
  page: string;
};

const fill = (text: string, values: Record<string, number>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Draws the first pages of a PDF when asked to: the reader comes only then. Absent without script; the text is beside it. */
export function PdfPreview({ url, texts }: { url: string; texts: Texts }) {
  const holder = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [state, setState] = useState<"closed" | "loading" | "shown" | "failed">("closed");
  const [said, setSaid] = useState("");
  useEffect(() => setReady(true), []);

  async function open() {
    setState("loading");
    setSaid(texts.loading);
    try {
      const { drawPages } = await import("@/components/documents/text/pdf-pages");
      if (!holder.current) return;
      const drawn = await drawPages(holder.current, url, (number, of) => fill(texts.page, { number, of }));
      setState("shown");
      setSaid(fill(drawn.shown === 1 ? texts.one : texts.several, drawn));
    } catch {
      setState("failed");
      setSaid(texts.failed);
    }
  }

  return (
    <div className="no-print space-y-3">
      {isReady && state !== "shown" ? (
        <PushButton
          type="button"
          variant="outline"
          size={40}
          icon={<Eye />}
          aria-disabled={state === "loading"}
          onClick={() => (state === "loading" ? undefined : open())}
        >
          {texts.show}
        </PushButton>
      ) : null}
      <p role="status" className="text-meta text-muted">
        {said}
      </p>
      <div ref={holder} className="space-y-4" />
    </div>
  );
}
