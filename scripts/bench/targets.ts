import { withClient } from "@/lib/platform/database/connection";
import { fillMatrix } from "./large-matrix";
import type { BenchData } from "./portal";

/** A page that is measured: by whom it is read, "" for a visitor, and with which page of the framework it is compared. */
export type Page = {
  name: string;
  path: string;
  as: string;
  like: "static" | "dynamic";
  /** weighed and counted alone: made so slowly that the portal turns away some of sixteen who ask at once */
  isHeavy?: true;
};

const edition = "camere-nuova-edizione";
/** Posts on the page of a thread that is measured: a full one. */
const fullPage = 20;

/** The pages of the benchmark, heavy ones last; the thread is filled to a whole page first, and a programme of a hundred bodies is made. */
export async function targetPages(data: BenchData): Promise<Page[]> {
  const thread = await fillThread(data);
  const large = await fillMatrix(data);
  return [
    { name: "home", path: "/", as: "", like: "static" },
    { name: "programme", path: `/programmi/${edition}`, as: "", like: "static" },
    { name: "calendar", path: "/calendario", as: "", like: "static" },
    { name: "thread, public", path: `/programmi/${edition}/forum/${thread}`, as: "", like: "static" },
    { name: "search", path: "/cerca?q=competenze", as: "", like: "dynamic" },
    {
      name: "thread, signed in",
      path: `/area/programmi/${edition}/forum/discussioni/${thread}`,
      as: "referente.a",
      like: "dynamic",
    },
    { name: "matrix", path: `/area/programmi/${edition}/consegne`, as: "coordinatore", like: "dynamic" },
    {
      name: "matrix, 100 × 40",
      path: `/area/programmi/${large}/consegne`,
      as: "coordinatore",
      like: "dynamic",
      isHeavy: true,
    },
  ];
}

/** Brings a public thread of the demonstration to twenty posts, by its own posts told again. */
function fillThread(data: BenchData): Promise<string> {
  return withClient(data.migrationUrl, async (client) => {
    const { rows } = await client.query<{ id: string; count: number }>(
      `SELECT t.id, t.last_post_number AS count FROM thread t JOIN category c ON c.id = t.category_id
         JOIN programme p ON p.id = c.programme_id
       WHERE c.is_public AND t.hidden_at IS NULL AND p.slug = $1 ORDER BY t.last_post_number DESC, t.id LIMIT 1`,
      [edition],
    );
    const [thread] = rows;
    if (!thread) throw new Error("the demonstration has no public thread");
    await client.query(
      `INSERT INTO post (id, thread_id, number, author_id, on_behalf_of_id, markdown, html, renderer_version, lang)
       SELECT gen_random_uuid(), p.thread_id, n, p.author_id, p.on_behalf_of_id, p.markdown, p.html,
         p.renderer_version, p.lang
       FROM generate_series($2::int + 1, $3::int) n
       JOIN post p ON p.thread_id = $1 AND p.number = 1 + (n - 1) % $2::int`,
      [thread.id, thread.count, fullPage],
    );
    await client.query("UPDATE thread SET last_post_number = $2, post_count = $2 WHERE id = $1", [
      thread.id,
      fullPage,
    ]);
    await client.query("ANALYZE");
    return thread.id;
  });
}
