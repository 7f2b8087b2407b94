import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const of = (column: string, where: string) =>
  `select ${column}::text as value from document d join document_version v on v.document_id = d.id
   join programme g on g.id = d.programme_id where g.slug = '${slug}' and ${where} order by d.title, v.number limit 1`;
const file = (type: string) => `v.mime_type like '${type}%' and d.kind = 'STUDY_MATERIAL'`;
const several = "exists (select from document_version n where n.document_id = d.id and n.number = 2)";
const text = "exists (select from file_text t where t.sha256 = v.object_sha256 and t.state = 'DONE')";
const preview = (state: string, where: string, more: Partial<Shown> = {}): Shown => ({
  page: "/area/programmes/[slug]/documents/[id]/versions/[version]",
  params: { slug, id: of("d.id", where), version: of("v.id", where) },
  state,
  ...more,
});
const compare = (state: string, where: string, query?: string): Shown => ({
  page: "/area/programmes/[slug]/documents/[id]/compare",
  params: { slug, id: of("d.id", where) },
  state,
  ...(query ? { query } : {}),
});

/** What is shown of a file on its page, and what differs between two of its versions. */
export const textPages: Shown[] = [
  preview("a PDF", file("application/pdf")),
  preview("a text", file("text/plain")),
  compare("to be chosen", `${several} and ${text}`),
  compare("compared", `${several} and ${text}`, "from=1&to=2"),
  compare("only one version", file("text/plain")),
  {
    page: "/area/search",
    query: "q=finalità",
    state: "found in a file",
  },
];
