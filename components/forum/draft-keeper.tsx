"use client";

import { useEffect, useState } from "react";

/** A text is kept when nobody has typed for so long. */
const pauseMs = 3_000;

type Props = { formId: string; failed: string };

/** Keeps the text of a form while it is typed; says when. Without JavaScript a button of the form does it. */
export function DraftKeeper({ formId, failed }: Props) {
  const [said, say] = useState("");
  useEffect(() => {
    const form = document.getElementById(formId);
    return form instanceof HTMLFormElement ? keepTyped(form, { say, failed }) : undefined;
  }, [formId, failed]);
  return said ? <p className="text-meta text-muted">{said}</p> : null;
}

function keepTyped(
  form: HTMLFormElement,
  { say, failed }: { say: (text: string) => void; failed: string },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;
  const send = async (isLeaving: boolean) => {
    clearTimeout(timer);
    if (!isDirty) return;
    isDirty = false;
    try {
      const answer = await fetch("/api/forum/drafts", {
        method: "POST",
        body: new FormData(form),
        keepalive: isLeaving,
      });
      const { message } = answer.ok ? ((await answer.json()) as { message: string }) : { message: failed };
      say(message);
    } catch {
      isDirty = true;
      say(failed);
    }
  };
  const typed = () => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => void send(false), pauseMs);
  };
  // What is about to be published is no draft; the portal would not keep it again either.
  const published = () => {
    isDirty = false;
    clearTimeout(timer);
  };
  const left = () => {
    if (document.visibilityState === "hidden") void send(true);
  };
  form.addEventListener("input", typed);
  form.addEventListener("submit", published);
  document.addEventListener("visibilitychange", left);
  return () => {
    // Another page takes this one's place, maybe before the pause is over.
    void send(true);
    form.removeEventListener("input", typed);
    form.removeEventListener("submit", published);
    document.removeEventListener("visibilitychange", left);
  };
}
