"use client";

import { useEffect, useState } from "react";
import { Printer } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

/** Prints the page; absent where there is no script, because the browser's own command does the same. */
export function PrintButton({ label, size = 40 }: { label: string; size?: 48 | 40 | 32 }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <PushButton type="button" variant="outline" size={size} icon={<Printer />} onClick={() => window.print()}>
      {label}
    </PushButton>
  );
}
