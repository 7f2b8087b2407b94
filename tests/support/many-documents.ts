type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Documents in a document's space whose bytes are those of that one: as many gigabytes to read as wanted, for the disk of one. By their names they are of a kind that is compressed already.
 * @returns the space
 */
export async function copyDocument(
  rows: Rows,
  { title, count }: { title: string; count: number },
): Promise<string> {
  const [made] = await rows<{ space: string }>(
    `with original as (
       select d.space_id, d.kind, v.object_sha256, v.mime_type, v.size
       from document d join document_version v on v.document_id = d.id where d.title = $1
       order by v.created_at limit 1),
     copies as (
       insert into document (id, space_id, kind, title, created_at)
       select gen_random_uuid(), space_id, kind, $1 || ' ' || n, '2026-03-01'::timestamptz + n * interval '1 second'
       from original, generate_series(1, $2::int) n returning id, space_id, title)
     insert into document_version (id, document_id, number, object_sha256, filename, mime_type, size, created_at)
     select gen_random_uuid(), copies.id, 1, object_sha256, 'copia.pdf', mime_type, size, '2026-03-01'
     from copies, original returning (select space_id::text from original) as space`,
    [title, count],
  );
  if (!made) throw new Error(`no document is called ${title}`);
  return made.space;
}
