import "server-only";
import { actsOf } from "@/lib/documents/packing/registers/acts";
import {
  listDecisionHistory,
  listVersionHistory,
  type RegisterScope,
} from "@/lib/documents/packing/registers/queries";
import { isGivenOut } from "@/lib/documents/scan/given";
import { circleName } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";
import type { BundleTable } from "@/lib/platform/bundle/bundle";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";
import type { Cell } from "@/lib/platform/lists/definition";

type Words = { t: Translate; locale: Locale };
type Person = { givenName: string; familyName: string } | null;

const documentPage = 50;
const deliverablePage = 100;

/** The name of a person as a register writes it; whoever was erased has none. */
export function nameOf(person: Person): string {
  return person ? `${person.givenName} ${person.familyName}` : "";
}

/** The registers that go with an archive: of every version, and of what was decided about deliverables. */
export function registersOf(actor: Actor, scope: RegisterScope, words: Words): BundleTable[] {
  const { t } = words;
  const table = (name: string, key: string, columns: string[], rows: AsyncIterable<Cell[]>): BundleTable => ({
    name,
    title: t(`packing.registers.${key}`),
    headers: columns.map((column) => t(`packing.columns.${column}`)),
    rows,
  });
  return [
    table("registro-versioni", "versions", versionColumns, versionRows(actor, scope, words)),
    table("registro-decisioni", "decisions", decisionColumns, decisionRows(actor, scope, words)),
  ];
}

const versionColumns = [
  "body",
  "document",
  "kind",
  "version",
  "file",
  "at",
  "who",
  "onBehalfOf",
  "note",
  "size",
  "sha256",
  "withheld",
];

async function* versionRows(actor: Actor, scope: RegisterScope, { t }: Words): AsyncGenerator<Cell[]> {
  let after: { at: Date; id: string } | undefined;
  while (true) {
    const page = await listVersionHistory(actor, scope, { after, size: documentPage });
    for (const document of page) {
      const body = circleName(document.space, t("list.common"));
      for (const one of document.versions) {
        yield [
          body,
          document.title,
          t(`kinds.${document.kind}`),
          one.number,
          one.filename,
          one.createdAt,
          nameOf(one.author),
          one.onBehalfOf?.shortName ?? "",
          one.note,
          Number(one.size),
          one.objectSha256,
          isGivenOut(one.object.scan) ? "" : t("export.yes"),
        ];
      }
    }
    const last = page.at(-1);
    if (!last || page.length < documentPage) return;
    after = { at: last.createdAt, id: last.id };
  }
}

const decisionColumns = [
  "body",
  "request",
  "at",
  "act",
  "version",
  "place",
  "who",
  "inPlaceOf",
  "text",
  "state",
];

async function* decisionRows(actor: Actor, scope: RegisterScope, words: Words): AsyncGenerator<Cell[]> {
  const { t } = words;
  let after: string | undefined;
  while (true) {
    const page = await listDecisionHistory(actor, scope, { after, size: deliverablePage });
    for (const row of page) {
      for (const one of actsOf(row, words)) {
        yield [
          row.organisation.name,
          row.request.title,
          one.at,
          one.act,
          one.version,
          one.place,
          nameOf(one.who),
          nameOf(one.inPlaceOf),
          one.text,
          t(`states.${row.state}`),
        ];
      }
    }
    const last = page.at(-1);
    if (!last || page.length < deliverablePage) return;
    after = last.id;
  }
}
