import { useRef, useState } from "react";
import { sendForm } from "@/components/documents/upload/send-form";
import { type Handle, partSize, type Report, type Transfer } from "@/components/documents/upload/transfer";
import type { Refused } from "@/lib/platform/form-state";

type Ways = {
  /** where a whole form goes */
  action: string;
  /** where an upload in parts begins */
  parts: string | undefined;
  texts: { broken: string; stopped: string };
};

/** Files that are sent at once; the others wait. */
const atOnce = 2;
/** What a header of the announcement may hold; longer texts go with the whole form. */
const mostTyped = 10_000;

/** Whether the browser can make digests: it does so only where the connection is safe. */
export const canSendParts = (): boolean => Boolean(globalThis.crypto?.subtle);

/**
 * The files of a form on their way. One file that is refused gives the form back with the reason; of several each keeps
 * its own.
 */
export function useTransfers(
  ways: Ways,
  { onRefused }: { onRefused: (refused: Partial<Refused> & { summary: string }) => void },
) {
  const [transfers, setTransfers] = useState<Transfer[]>([]);
  const handles = useRef<(Handle | undefined)[]>([]);

  const change = (index: number, by: Partial<Transfer>) =>
    setTransfers((before) => before.map((one, at) => (at === index ? { ...one, ...by } : one)));

  async function send(files: File[], dataOf: (file: File) => FormData): Promise<void> {
    const waiting = files.map((_file, index) => index);
    handles.current = [];
    setTransfers(
      files.map(({ name, size }) => ({
        name,
        done: 0,
        total: size,
        phase: "waiting",
        canPause: false,
      })),
    );
    const next = async (): Promise<void> => {
      const index = waiting.shift();
      const file = index === undefined ? undefined : files[index];
      if (index === undefined || !file) return;
      let isSending = true;
      const over = () => {
        if (isSending) void next();
        isSending = false;
      };
      const report: Report = {
        change: (by) => {
          change(index, by);
          if (by.phase === "checking" || by.phase === "received") over();
        },
        refuse: (refused) => {
          over();
          if (files.length === 1) {
            setTransfers([]);
            onRefused(refused);
          } else {
            const reasons = Object.values(refused.fieldErrors ?? {});
            change(index, { phase: "refused", text: reasons.join(" ") || refused.summary });
          }
        },
      };
      const data = dataOf(file);
      const fields = typedIn(data);
      const isLong = JSON.stringify(fields).length > mostTyped;
      const mayBeParted = canSendParts() && !isLong && (files.length > 1 || file.size > partSize);
      const address = mayBeParted ? ways.parts : undefined;
      change(index, { phase: "sending", canPause: address !== undefined });
      if (address) {
        const { sendParts } = await import("@/components/documents/upload/send-parts");
        handles.current[index] = sendParts(file, { address, fields, texts: ways.texts }, report);
      } else {
        handles.current[index] = sendForm(ways.action, data, report, ways.texts);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  return {
    transfers,
    send,
    handleOf: (index: number) => handles.current[index],
    reset: () => setTransfers([]),
  };
}

/** What was typed beside the file. */
function typedIn(data: FormData): Record<string, string | string[]> {
  const names = [...new Set(data.keys())].filter((name) => name !== "file");
  return Object.fromEntries(
    names.map((name) => {
      const values = data.getAll(name).map(String);
      return [name, name.endsWith("[]") ? values : (values.at(-1) ?? "")];
    }),
  );
}
