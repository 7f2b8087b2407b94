import "server-only";
import { fileOf, materialKinds, spaceFiles } from "@/lib/documents/packing/export";
import {
  listPackedDeliverables,
  listPackedSpaces,
  listRequestTerms,
  type PackedDeliverable,
} from "@/lib/documents/packing/official/queries";
import { nameOf, registersOf } from "@/lib/documents/packing/registers/export";
import type { Actor } from "@/lib/platform/actor";
import type { BundleFile, BundleTable } from "@/lib/platform/bundle/bundle";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";
import type { Cell } from "@/lib/platform/lists/definition";

const pageSize = 100;

/**
 * The documents' side of a programme's official file: the common space, then each body's material and what it sent, then
 * the tables' material. Drafts of deliverables are no part of it.
 */
export async function* officialFiles(
  actor: Actor,
  programmeId: string,
  t: Translate,
): AsyncGenerator<BundleFile> {
  const folderOf = bodyFolders();
  // One space after the other, so that each page is read by its index and a body's files lie together.
  for (const space of await listPackedSpaces(actor, programmeId)) {
    const body = space.organisation;
    const folders = foldersOf(space, { folderOf, t });
    yield* spaceFiles(actor, space, { kinds: materialKinds, folders, allVersions: true, t });
    if (!body || space.organisationId === null) continue;
    const owed = { programmeId, organisationId: space.organisationId };
    yield* deliverableFiles(actor, owed, { folders, body: body.shortName, t });
  }
}

type Packed = Awaited<ReturnType<typeof listPackedSpaces>>[number];

function foldersOf(
  { organisation, table }: Packed,
  { folderOf, t }: { folderOf: (shortName: string) => string; t: Translate },
): string[] {
  if (organisation) return [t("packing.folders.bodies"), folderOf(organisation.shortName)];
  return table ? [t("packing.folders.tables"), `${table.position} ${table.title}`] : [t("list.common")];
}

/** Two bodies whose short names are the same, or become so when they are cut to a folder's length, have a folder each. */
function bodyFolders(): (shortName: string) => string {
  const seen = new Map<string, number>();
  return (shortName) => {
    const key = shortName.slice(0, 18).toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? shortName : `${count} ${shortName}`;
  };
}

type How = { folders: readonly string[]; body: string; t: Translate };

async function* deliverableFiles(
  actor: Actor,
  owed: { programmeId: string; organisationId: string },
  how: How,
): AsyncGenerator<BundleFile> {
  let after: string | undefined;
  while (true) {
    const page = await listPackedDeliverables(actor, owed, { after, size: pageSize });
    for (const one of page.toSorted((a, b) => a.request.position - b.request.position))
      yield* filesOf(one, how);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

/** Versions that were sent, then the receipts, then the register of the lock. */
function filesOf(deliverable: PackedDeliverable, { folders, body, t }: How): BundleFile[] {
  const { request, document, submissions, register, stateSince } = deliverable;
  const number = String(request.position).padStart(2, "0");
  const inside = [...folders, t("packing.folders.deliverables"), `${number} ${request.title}`];
  const ours = { folders: inside, title: request.title, body, author: "", isWithheld: false };
  return [
    ...(document?.removedAt === null ? document.versions : []).map((version) =>
      fileOf({ kind: "DELIVERABLE", title: request.title }, version, {
        folders: inside,
        allVersions: true,
        body,
        t,
      }),
    ),
    ...submissions.flatMap((one) =>
      one.receipt
        ? [
            {
              ...ours,
              filename: `ricevuta-${one.year}-${one.number}.pdf`,
              kind: t("packing.kinds.receipt"),
              version: one.version.number,
              author: nameOf(one.submittedBy),
              at: one.submittedAt,
              size: Number(one.receipt.size),
              sha256: one.receipt.sha256,
            },
          ]
        : [],
    ),
    ...(register
      ? [
          {
            ...ours,
            filename: `registro-consegna-${request.position}.pdf`,
            kind: t("packing.kinds.register"),
            version: null,
            at: stateSince,
            size: Number(register.size),
            sha256: register.sha256,
          },
        ]
      : []),
  ];
}

/** The registers of the documents' side: versions, decisions, and the requests with their terms. */
export function officialTables(
  actor: Actor,
  programmeId: string,
  words: { t: Translate; locale: Locale },
): BundleTable[] {
  const { t } = words;
  return [
    ...registersOf(actor, { programmeId }, words),
    {
      name: "richieste",
      title: t("packing.registers.requests"),
      headers: requestColumns.map((column) => t(`packing.columns.${column}`)),
      rows: requestRows(actor, programmeId, t),
    },
  ];
}

const requestColumns = [
  "position",
  "request",
  "dueAt",
  "cutOffAt",
  "owedBy",
  "reviewers",
  "releaseByReferent",
  "template",
  "instructions",
];

async function* requestRows(actor: Actor, programmeId: string, t: Translate): AsyncGenerator<Cell[]> {
  for (const one of await listRequestTerms(actor, programmeId)) {
    yield [
      one.position,
      one.title,
      one.dueAt,
      one.cutOffAt,
      one.owedByAll
        ? t("packing.everyBody")
        : one.bodies.map(({ organisation }) => organisation.shortName).join(", "),
      one.reviewers.map(({ person }) => nameOf(person)).join(", "),
      t(one.releaseByReferent ? "export.yes" : "export.no"),
      one.templateDocument?.title ?? "",
      one.instructions,
    ];
  }
}
