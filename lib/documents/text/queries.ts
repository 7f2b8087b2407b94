import "server-only";
import { documentVisibleTo, versionVisibleTo } from "@/lib/documents/policy";
import { givenOut, isGivenOut } from "@/lib/documents/scan/given";
import { shownVersion } from "@/lib/documents/shown-version";
import { type Comparison, compareTexts, mostCompared } from "@/lib/documents/text/compare";
import { isShownAsImage, previewKindOf } from "@/lib/documents/text/preview";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { TextState } from "@/lib/platform/db/generated/enums";
import { found, NotFoundError } from "@/lib/platform/errors";
import { bareType } from "@/lib/platform/extraction/formats";
import { renderMarkdown } from "@/lib/platform/markdown";

/** Characters of a text that a page shows. */
const mostShown = 30_000;

/** What is known of a file's text; null = nobody has read it yet. */
export type TextFacts = { state: TextState; reason: string | null; isCut: boolean; length: number } | null;

const factsOf = { state: true, reason: true, isCut: true, length: true } as const;

/**
 * A version with what its page shows of it. Nothing of a file is shown that is not given out: the scanner has not looked
 * at it yet, or found something.
 * @throws NotFoundError when the actor may not read the version, or it is of another document
 */
export async function getPreview(actor: Actor, documentId: string, versionId: string) {
  const version = found(
    await db.documentVersion.findFirst({
      where: { AND: [{ id: versionId, documentId }, versionVisibleTo(actor)] },
      select: {
        ...shownVersion,
        mimeType: true,
        object: { select: { ...shownVersion.object.select, text: { select: factsOf } } },
        document: { select: { title: true, lang: true, deliverable: { select: { id: true } } } },
      },
    }),
    "version",
  );
  const { object, objectSha256, ...rest } = version;
  if (!isGivenOut(object.scan)) return { ...rest, object, objectSha256, kind: "none" as const, shown: null };
  const facts: TextFacts = object.text;
  const text = facts?.state === "DONE" ? await readBeginning(objectSha256, mostShown) : "";
  const html = bareType(version.mimeType) === "text/markdown" && text ? renderMarkdown(text).html : null;
  const shown = { facts, text, html, isAll: facts !== null && text.length >= facts.length };
  return { ...rest, object, objectSha256, kind: previewKindOf(version.mimeType), shown };
}

export type ShownPreview = Awaited<ReturnType<typeof getPreview>>;

/**
 * A version's bytes as a picture of a page: by the same right as its download.
 * @throws NotFoundError for any other kind of file as well
 */
export async function getImage(actor: Actor, versionId: string) {
  const image = found(
    await db.documentVersion.findFirst({
      where: { AND: [{ id: versionId }, versionVisibleTo(actor), givenOut] },
      select: { id: true, objectSha256: true, mimeType: true, size: true },
    }),
    "version",
  );
  if (!isShownAsImage(image.mimeType)) throw new NotFoundError("image");
  return image;
}

const comparedFields = {
  id: true,
  number: true,
  filename: true,
  createdAt: true,
  objectSha256: true,
  object: { select: { text: { select: factsOf } } },
} as const;

/** Why two versions were not compared, or what differs. */
export type ComparedTexts =
  | { is: "compared"; comparison: NonNullable<Comparison>; isCut: boolean }
  | { is: "tooDifferent" | "sameFile" }
  | { is: "noText"; of: { number: number; facts: TextFacts }[] };

/**
 * Two versions of a document and what differs in their texts; without their numbers, the versions that can be chosen.
 * Both have to be readable by the actor and given out.
 * @throws NotFoundError
 */
export async function getComparison(actor: Actor, documentId: string, from?: number, to?: number) {
  const document = found(
    await db.document.findFirst({
      where: { AND: [{ id: documentId }, documentVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        lang: true,
        deliverable: { select: { id: true } },
        versions: {
          where: { AND: [versionVisibleTo(actor), givenOut] },
          orderBy: { number: "desc" },
          select: comparedFields,
        },
      },
    }),
    "document",
  );
  if (from === undefined || to === undefined) return { ...document, compared: null };
  const numbered = (wanted: number) =>
    found(
      document.versions.find(({ number }) => number === wanted),
      "version",
    );
  return { ...document, compared: await compare(numbered(from), numbered(to)) };
}

type Compared = { number: number; objectSha256: string; object: { text: TextFacts } };

async function compare(from: Compared, to: Compared): Promise<ComparedTexts> {
  if (from.objectSha256 === to.objectSha256) return { is: "sameFile" };
  const without = [from, to].filter(
    ({ object }) => object.text?.state !== "DONE" || object.text.length === 0,
  );
  if (without.length > 0)
    return { is: "noText", of: without.map(({ number, object }) => ({ number, facts: object.text })) };
  const [before, after] = await Promise.all([
    readBeginning(from.objectSha256, mostCompared),
    readBeginning(to.objectSha256, mostCompared),
  ]);
  const comparison = compareTexts(before, after);
  if (!comparison) return { is: "tooDifferent" };
  const isCut = [from, to].some(
    ({ object }) => object.text?.isCut || (object.text?.length ?? 0) > mostCompared,
  );
  return { is: "compared", comparison, isCut };
}

/** The beginning of a text that the caller found readable; a few passages, whatever its length. */
async function readBeginning(sha256: string, most: number): Promise<string> {
  const passages = await db.filePassage.findMany({
    where: { sha256 },
    orderBy: { number: "asc" },
    // No passage but the last has fewer than 5,000 characters.
    take: Math.ceil(most / 5_000) + 1,
    select: { text: true },
  });
  return passages
    .map(({ text }) => text)
    .join("")
    .slice(0, most);
}
