import "server-only";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { ProviderError } from "@/lib/sessions/conference/providers/provider";

/** A part of an answer: texts and parts by the names of their elements. */
export type BbbAnswer = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: true,
  // "true" and numbers stay texts: whoever reads them says what they are.
  parseTagValue: false,
  trimValues: true,
});

/** The answer out of its XML. @throws ProviderError for what is none */
export function readAnswer(xml: string): BbbAnswer {
  // An answer of BigBlueButton declares no entities; one that does is not read at all.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || XMLValidator.validate(xml) !== true) {
    throw new ProviderError("unreadable", "no XML of BigBlueButton");
  }
  const { response } = parser.parse(xml) as { response?: unknown };
  if (!isPart(response)) throw new ProviderError("unreadable", "no response in it");
  return response;
}

/** The text of an element, or undefined where it is missing or empty. */
export function inAnswer(part: BbbAnswer, name: string): string | undefined {
  const value = part[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The parts of a list: BigBlueButton wraps them in an element that is empty when there are none. */
export function listIn(part: BbbAnswer, list: string, item: string): BbbAnswer[] {
  const wrapped = part[list];
  const items = isPart(wrapped) ? wrapped[item] : undefined;
  return (Array.isArray(items) ? items : [items]).filter(isPart);
}

function isPart(value: unknown): value is BbbAnswer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
