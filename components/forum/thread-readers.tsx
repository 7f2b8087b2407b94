"use client";

import { useEffect, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { follow } from "@/components/ui/live-feed";

type Reader = { id: string; name: string };

type Props = { threadId: string; title: string };

/** Who else has the thread open now. What is told live are identifiers; names are asked for where one is not known. */
export function ThreadReaders({ threadId, title }: Props) {
  const [shown, show] = useState<readonly Reader[]>([]);
  const known = useRef(new Map<string, Reader>());
  useEffect(() => {
    let isOver = false;
    const told = async (data: unknown) => {
      const { ids } = data as { ids: string[] };
      if (ids.some((id) => !known.current.has(id)))
        for (const one of await namesIn(threadId)) known.current.set(one.id, one);
      if (!isOver) show(ids.flatMap((id) => known.current.get(id) ?? []));
    };
    const end = follow({ words: { thread: threadId } }, { readers: (data) => void told(data) });
    return () => {
      isOver = true;
      end();
    };
  }, [threadId]);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="readers" className="no-print border-hairline border-b py-4">
      <h2 id="readers" className="mb-2.5 font-semibold text-base">
        {title}
      </h2>
      <ul className="space-y-1.5">
        {shown.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 text-meta">
            <Avatar name={name} size={24} />
            <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function namesIn(threadId: string): Promise<Reader[]> {
  try {
    const answer = await fetch(`/api/threads/${threadId}/readers`);
    return answer.ok ? ((await answer.json()) as { readers: Reader[] }).readers : [];
  } catch {
    return [];
  }
}
