"use client";

import { useEffect, useState } from "react";
import { Count } from "@/components/ui/count";
import { follow } from "@/components/ui/live-feed";

/** Which number of the frame it is; one that belongs to a programme names it. */
export type CountOf = { name: "notices" | "forum"; programmeId?: string };

/** The texts beside a number that is read aloud: of one, and of more, with "#" in the number's place. */
export type CountWords = { one: string; more: string };

type Props = { of: CountOf; value: number; words?: CountWords | undefined };

/** A number of the frame that keeps itself up to date; without JavaScript it is the one that came with the page. */
export function LiveCount({ of, value, words }: Props) {
  const { name, programmeId } = of;
  const [shown, show] = useState({ value, from: value });
  // What comes with a newer page is newer than what was told before.
  if (shown.from !== value) show({ value, from: value });
  useEffect(() => {
    const told = (data: unknown) => {
      const count = (data as Record<string, number>)[name] ?? 0;
      show((now) => ({ ...now, value: count }));
    };
    return follow({ words: programmeId ? { programme: programmeId } : {} }, { waiting: told });
  }, [name, programmeId]);
  const label = shown.value === 1 ? words?.one : words?.more.replace("#", String(shown.value));
  return <Count value={shown.value} {...(label ? { label } : {})} />;
}
