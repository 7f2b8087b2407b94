"use client";

import { useEffect, useState } from "react";
import { singleKeys } from "@/components/layout/page-keys";

/**
 * Turns shortcuts of a single key off in this browser, for whoever speaks to it or hits keys by mistake. Absent where there is
 * no script, because the shortcuts are then absent too.
 */
export function SingleKeySwitch({ label }: { label: string }) {
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(singleKeys.name) !== singleKeys.off);
    } catch {
      // A browser that remembers nothing cannot be told.
    }
  }, []);
  if (isOn === null) return null;
  function turn(on: boolean) {
    if (on) localStorage.removeItem(singleKeys.name);
    else localStorage.setItem(singleKeys.name, singleKeys.off);
    setOn(on);
  }
  return (
    <label className="inline-flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => turn(event.target.checked)}
        className="size-5 shrink-0 accent-action"
      />
      {label}
    </label>
  );
}
