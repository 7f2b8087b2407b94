import { readerVersion } from "@/lib/documents/text/reader";
import type { Load, Value } from "@/scripts/bench/data/copy";
import { chanceFrom, identifier } from "@/scripts/bench/data/random";
import { sentences, title } from "@/scripts/bench/data/vocabulary";
import { begin, day, someProgramme, type World } from "@/scripts/bench/data/world";

type Version = {
  id: string;
  documentId: string;
  number: number;
  sha256: string;
  authorId: string;
  at: number;
};
type Row = { document: Value[]; versions: Version[] };

const documentColumns = [
  "id",
  "space_id",
  "kind",
  "title",
  "note",
  "is_public",
  "created_by_id",
  "created_at",
];
const kinds = ["STUDY_MATERIAL", "EXCHANGE_MATERIAL", "INFORMATION"];

/** What was asked of bodies, what they sent, and the documents of all spaces; two documents in five were sent. */
export function documentLoads(world: World): Load[] {
  const { chance, shape, programmes, now } = world;
  const requests = programmes.flatMap(({ id }, programme) =>
    Array.from({ length: shape.requests }, (_, position) => {
      const dueAt = begin(now) + ((position + 1) / shape.requests) * (now + 60 * day - begin(now));
      return { id: identifier(chance, dueAt - 60 * day), programme, programmeId: id, position, dueAt };
    }),
  );
  const owed = requests.flatMap((request) =>
    (programmes[request.programme] as World["programmes"][number]).bodies.map((body, place) => ({
      id: identifier(chance, request.dueAt - 60 * day),
      request,
      place,
      bodyId: body.id,
      personId: body.people[0].id,
    })),
  );
  const sent = Math.min(Math.round(shape.documents * 0.4), Math.round(owed.length * 0.8));
  const rows: Row[] = [];
  const deliverables: Value[][] = [];
  const submissions: Value[][] = [];
  for (const [index, { id, request, place, bodyId, personId }] of owed.entries()) {
    const at = request.dueAt - chance.below(10) * day;
    const due = new Date(request.dueAt);
    // Spread over all, so that every programme has some of each state.
    const isSent = Math.floor(((index + 1) * sent) / owed.length) > Math.floor((index * sent) / owed.length);
    if (!isSent) {
      deliverables.push([id, request.id, bodyId, "TO_DO", due, null, due, 0, null]);
      continue;
    }
    const space = programmes[request.programme]?.bodySpaces[place] as string;
    const row = makeDocument(world, { spaceId: space, kind: "DELIVERABLE", at, authorId: personId });
    rows.push(row);
    const version = row.versions.at(-1) as Version;
    const state = chance.happens(0.6)
      ? "APPROVED"
      : chance.pick(["SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED"]);
    const isRead = state !== "SUBMITTED";
    deliverables.push([
      ...[id, request.id, bodyId, state, new Date(at), version.documentId, due],
      ...(isRead ? [1, version.id] : [0, null]),
    ]);
    const submission = identifier(chance, at);
    submissions.push([
      submission,
      id,
      version.id,
      2026,
      submissions.length + 1,
      personId,
      new Date(at),
      false,
    ]);
  }
  while (rows.length < shape.documents) {
    const programme = programmes[someProgramme(world)] as World["programmes"][number];
    const place = chance.below(programme.bodies.length);
    const isCommon = chance.happens(0.4);
    rows.push(
      makeDocument(world, {
        spaceId: isCommon ? programme.commonSpace : (programme.bodySpaces[place] as string),
        kind: chance.pick(kinds),
        at: begin(now) + chance.next() * (now - begin(now)),
        authorId: (isCommon ? chance.pick(programme.team) : programme.bodies[place]?.people[1])?.id as string,
      }),
    );
  }
  const versions = rows.flatMap((row) => row.versions);
  return [
    {
      table: "deliverable_request",
      columns: ["id", "programme_id", "position", "title", "due_at", "created_at"],
      rows: requests.map((one) => [
        ...[one.id, one.programmeId, one.position, title(chance)],
        ...[new Date(one.dueAt), new Date(one.dueAt - 60 * day)],
      ]),
    },
    {
      table: "stored_object",
      columns: ["sha256", "size", "created_at"],
      rows: versions.map(({ sha256, at }) => [sha256, 20_000 + chance.below(5_000_000), new Date(at)]),
    },
    { table: "document", columns: documentColumns, rows: rows.map((row) => row.document) },
    {
      table: "document_version",
      columns: [
        "id",
        "document_id",
        "number",
        "object_sha256",
        "filename",
        "mime_type",
        "size",
        "author_id",
        "created_at",
      ],
      rows: versions.map(({ id, documentId, number, sha256, authorId, at }) => [
        ...[id, documentId, number, sha256, "documento.pdf", "application/pdf", 250_000],
        ...[authorId, new Date(at)],
      ]),
    },
    {
      table: "file_text",
      columns: ["sha256", "state", "reader"],
      rows: versions.map(({ sha256 }) => [sha256, "DONE", readerVersion]),
    },
    { table: "file_passage", columns: ["sha256", "number", "text"], rows: passages(versions) },
    {
      table: "deliverable",
      columns: [
        ...["id", "request_id", "organisation_id", "state", "state_since", "document_id", "due_at"],
        ...["round", "review_version_id"],
      ],
      rows: deliverables,
    },
    {
      table: "submission",
      columns: [
        "id",
        "deliverable_id",
        "version_id",
        "year",
        "number",
        "submitted_by_id",
        "submitted_at",
        "is_late",
      ],
      rows: submissions,
    },
  ];
}

function makeDocument(
  { chance }: World,
  { spaceId, kind, at, authorId }: { spaceId: string; kind: string; at: number; authorId: string },
): Row {
  const time = Math.floor(at);
  const id = identifier(chance, time);
  const versions = Array.from({ length: chance.happens(0.25) ? 2 : 1 }, (_, index) => ({
    id: identifier(chance, time + index),
    documentId: id,
    number: index + 1,
    sha256: chance.hex(64),
    authorId,
    at: time + index,
  }));
  const isPublic = kind !== "DELIVERABLE" && chance.happens(0.05);
  const note = sentences(chance, 8 + chance.below(40));
  return { document: [id, spaceId, kind, title(chance), note, isPublic, authorId, new Date(time)], versions };
}

/** Two passages of each file; by a chance of their own, so that what comes after them is what it was. */
function* passages(versions: readonly Version[]): Generator<Value[]> {
  const chance = chanceFrom(7);
  for (const { sha256 } of versions)
    for (const number of [1, 2]) yield [sha256, number, sentences(chance, 200)];
}

/** The words of each whole file, as the worker keeps them. */
export const wordsOfFiles = `update file_text t set length = 2800, search = (
  select to_tsvector('pg_catalog.italian', f_unaccent(string_agg(p.text, ' '))) from file_passage p where p.sha256 = t.sha256)`;
