import "server-only";
import { ProviderError } from "@/lib/sessions/conference/providers/provider";

const largestAnswer = 2 * 1024 ** 2;

/**
 * The text at an address of a provider: within a time, up to a size, and from that server alone: a redirect could lead a
 * signed call, or the portal, anywhere.
 */
export async function fetchText(address: string, timeoutMs: number): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(address, { redirect: "manual", cache: "no-store", signal });
    if (answer.status >= 300 && answer.status < 400)
      throw new ProviderError("redirect", String(answer.status));
    if (!answer.ok) throw new ProviderError("status", String(answer.status));
    return await limitedText(answer);
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    // The address holds a checksum: it stays out of the log.
    const { name, message } = error as Error;
    throw new ProviderError(signal.aborted ? "timeout" : "unreachable", `${name} ${message}`);
  }
}

async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > largestAnswer) throw new ProviderError("too-large", `more than ${largestAnswer} bytes`);
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}
