"use client";

import { useEffect, useRef, useState } from "react";
import { follow } from "@/components/ui/live-feed";
import { buttonClass } from "@/components/ui/push-button";
import { anchorOf, pageQuery } from "@/lib/forum/paging";

type Props = {
  threadId: string;
  /** the thread's address, without a page of it */
  path: string;
  /** the latest post when the page was made */
  from: number;
  /** words of the page's address that stay: with them the composer is the same one, and what is typed in it is kept */
  stays: Record<string, string>;
  words: { look: string; one: string /** "#" stands for the number */; more: string; many: string };
};

/**
 * The link at the end of a thread that leads to what was written since the page was made. It says how much that is, as far
 * as the portal tells; where it tells nothing it is a link that looks.
 */
export function ThreadNews({ threadId, path, from, stays, words }: Props) {
  const [news, tell] = useState<{ numbers: readonly number[]; isMore: boolean }>({
    numbers: [],
    isMore: false,
  });
  useEffect(() => {
    const told = (data: unknown, isMore: boolean) => {
      const { number } = data as { number: number };
      tell((now) => ({
        isMore: now.isMore || isMore,
        numbers: now.numbers.includes(number) ? now.numbers : [...now.numbers, number],
      }));
    };
    return follow(
      { words: { thread: threadId }, after: from },
      { post: (data) => told(data, false), reload: (data) => told(data, true) },
    );
  }, [threadId, from]);
  // What was opened in place of the page before is where reading goes on, by keyboard as well.
  const opened = useRef(0);
  useEffect(() => {
    if (opened.current > 0 && opened.current <= from)
      document.getElementById(anchorOf(opened.current))?.focus({ preventScroll: true });
    opened.current = 0;
  }, [from]);
  const numbers = news.numbers.filter((number) => number > from);
  const isMore = news.isMore && numbers.length > 0;
  const first = isMore ? from + 1 : numbers[0];
  return (
    <p role="status" className="no-print">
      <a
        href={addressOf(path, stays, first, from)}
        onClick={() => {
          opened.current = first ?? 0;
        }}
        className={buttonClass({ variant: first === undefined ? "plain" : "outline", size: 40 })}
      >
        {first === undefined ? words.look : wordsOf(numbers.length, isMore, words)}
      </a>
    </p>
  );
}

function wordsOf(count: number, isMore: boolean, { one, more, many }: Props["words"]): string {
  if (isMore) return many;
  return count === 1 ? one : more.replace("#", String(count));
}

// News are at an address of their own, since a place on the very page that is open would not be asked for anew; neither would
// it be where nothing is known, so that link names no place.
function addressOf(
  path: string,
  stays: Record<string, string>,
  first: number | undefined,
  from: number,
): string {
  const query = new URLSearchParams({
    ...stays,
    ...pageQuery(first ?? from),
    ...(first ? { nuovi: String(first) } : {}),
  });
  return `${path}${query.size > 0 ? `?${query}` : ""}${first ? `#${anchorOf(first)}` : ""}`;
}
