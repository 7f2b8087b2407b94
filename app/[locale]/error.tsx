"use client";

import { useParams } from "next/navigation";
import { PushButton } from "@/components/ui/push-button";
import english from "@/lib/platform/i18n/messages/en/shell.json";
import italian from "@/lib/platform/i18n/messages/it/shell.json";

/** What a reader sees when a page fails: no detail of ours, a way to go on. Runs in the browser, so it brings its own texts. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const text = locale === "en" ? english.error : italian.error;
  return (
    <main id="content" className="mx-auto max-w-[80rem] space-y-4 px-4 py-16 sm:px-10">
      <h1 className="text-h1">{text.title}</h1>
      <p className="measure">{text.text}</p>
      <PushButton type="button" onClick={reset}>
        {text.retry}
      </PushButton>
    </main>
  );
}
