import "server-only";
import { placeOf, versionName } from "@/lib/documents/packing/place";
import {
  getPackedSpace,
  listPackedDocuments,
  type PackedDocument,
  type PackedSpace,
  type PackedVersion,
} from "@/lib/documents/packing/queries";
import { nameOf, registersOf } from "@/lib/documents/packing/registers/export";
import { recordOpenings } from "@/lib/documents/reading/mutations";
import { isGivenOut } from "@/lib/documents/scan/given";
import { circleName } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";
import type { BundleFile } from "@/lib/platform/bundle/bundle";
import type { NamedBundle } from "@/lib/platform/bundle/send";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { romeDay } from "@/lib/platform/rome-time";

/** Of each document all versions that may be read, or the last of them. */
export type VersionChoice = "last" | "all";

/** The documents of a space that the actor may read as one archive. */
export async function makeSpaceBundle(
  actor: Actor,
  spaceId: string,
  { versions, locale }: { versions: VersionChoice; locale: Locale },
): Promise<NamedBundle> {
  const [space, t] = await Promise.all([getPackedSpace(actor, spaceId), translatorFor(locale, "documents")]);
  const programme = space.programme.shortTitle;
  const body = space.organisation?.name ?? circleName(space, t("list.common"));
  const circle = space.table ? `tavolo-${space.table.position}` : (space.organisation?.slug ?? "comune");
  const name = [space.programme.slug, circle, romeDay(actor.at)].join("-");
  return {
    filename: `spazio-${name}.zip`,
    subject: { kind: "documentSpace", id: space.id },
    bundle: {
      title: t("packing.space.title", { space: body, programme }),
      lead: t(`packing.space.lead.${versions}`),
      madeAt: actor.at,
      locale,
      files: spaceFiles(actor, space, { kinds: allKinds, folders: [], allVersions: versions === "all", t }),
      tables: registersOf(actor, { spaceId }, { t, locale }),
    },
  };
}

/** What is put into a space by hand, in the order of the folders. */
export const materialKinds: readonly DocumentKind[] = ["STUDY_MATERIAL", "EXCHANGE_MATERIAL", "INFORMATION"];
const allKinds: readonly DocumentKind[] = [...materialKinds, "DELIVERABLE"];
const pageSize = 50;

/**
 * The files of a space, kind by kind, a page of documents at a time; that they were opened is kept as of a download. The
 * space is one that the actor may open; documents and versions are asked for by the actor's rights.
 */
export async function* spaceFiles(
  actor: Actor,
  space: Pick<PackedSpace, "id" | "organisation" | "folders">,
  how: { kinds: readonly DocumentKind[]; folders: readonly string[]; allVersions: boolean; t: Translate },
): AsyncGenerator<BundleFile> {
  const body = space.organisation?.shortName ?? "";
  for (const kind of how.kinds) {
    const wanted = { spaceId: space.id, kind, allVersions: how.allVersions };
    let after: { at: Date; id: string } | undefined;
    while (true) {
      const page = await listPackedDocuments(actor, wanted, { after, size: pageSize });
      const given = page
        .flatMap((document) => document.versions)
        .filter((one) => isGivenOut(one.object.scan));
      await recordOpenings(
        actor,
        given.map((one) => one.id),
      );
      for (const document of page) {
        const place = placeOf(document, { folders: space.folders, t: how.t });
        const folders = [...how.folders, ...place];
        for (const version of document.versions) yield fileOf(document, version, { ...how, folders, body });
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = { at: last.createdAt, id: last.id };
    }
  }
}

/** One version as it is packed. */
export function fileOf(
  document: Pick<PackedDocument, "kind" | "title">,
  version: PackedVersion,
  how: { folders: readonly string[]; allVersions: boolean; body: string; t: Translate },
): BundleFile {
  return {
    folders: how.folders,
    filename: how.allVersions ? versionName(version, how.t) : version.filename,
    title: document.title,
    kind: how.t(`kinds.${document.kind}`),
    body: how.body || (version.onBehalfOf?.shortName ?? ""),
    version: version.number,
    author: nameOf(version.author),
    at: version.createdAt,
    size: Number(version.size),
    sha256: version.objectSha256,
    isWithheld: !isGivenOut(version.object.scan),
  };
}
