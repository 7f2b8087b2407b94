import type { Readable } from "node:stream";
import { type ExtractionLimits, readApart } from "@/lib/platform/extraction/apart";
import type { TextFormat } from "@/lib/platform/extraction/formats";
import type { Extracted } from "@/lib/platform/extraction/outcome";

const script = "lib/platform/extraction/child.ts";

/**
 * Reads the text of a file, apart.
 * @throws what the source throws; a file that cannot be read is an answer
 */
export async function extractText(
  source: Readable,
  format: TextFormat,
  limits: ExtractionLimits,
): Promise<Extracted> {
  const outcome = await readApart(source, { script, kind: format }, limits);
  return "failure" in outcome ? outcome : (outcome.answer as Extracted);
}
