import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { startNode } from "../portal/child";
import { freePort } from "./portal";

// Inside the checkout, so that its node_modules is found; git and the checks leave this folder alone.
const folder = resolve(".data/bench-floor");

const page = (dynamic: string) => `
${dynamic}

export default async function Page({ params }) {
  const { rows, letters } = await params;
  const count = Number(rows);
  const text = "Il programma riunisce gli enti che provano insieme. ".repeat(2 + Number(letters) / 52);
  return (
    <main>
      <h1>Pagina di confronto</h1>
      {Array.from({ length: count }, (_, index) => (
        <article key={index}>
          <h2><a href={"/voce/" + index}>Voce {index + 1}</a></h2>
          <p>{text.slice(0, Math.round(((index + 1) * letters) / count) - Math.round((index * letters) / count))}</p>
        </article>
      ))}
    </main>
  );
}
`;

const files: Record<string, string> = {
  "package.json": JSON.stringify({ name: "floor", private: true, type: "module" }),
  "next.config.mjs": `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(resolve("."))} } };`,
  "proxy.js": "export function proxy() {}\n",
  "app/layout.jsx": `
export default function Layout({ children }) {
  return <html lang="it"><body>{children}</body></html>;
}
`,
  // Made at the first request, then served as what was made at the build.
  "app/static/[rows]/[letters]/page.jsx": page(
    `export const dynamic = "force-static";\nexport function generateStaticParams() { return []; }`,
  ),
  "app/dynamic/[rows]/[letters]/page.jsx": page(`export const dynamic = "force-dynamic";`),
};

/** What a page of ours is compared with: as many elements, as many bytes. */
export type Shape = { bytes: number; elements: number };

/** The bare framework with one page of any size, static and dynamic, and an empty proxy: built and started. */
export async function startFloorApp() {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const next = resolve("node_modules/next/dist/bin/next");
  const build = startNode(next, ["build", folder], { env, output: "captured" });
  if ((await build.exit) !== 0) throw new Error("the bare application could not be built");
  const port = await freePort();
  const server = startNode(next, ["start", folder, "-p", String(port)], { env, output: "captured" });
  const origin = `http://localhost:${port}`;
  while (!(await fetch(origin).catch(() => null))) await new Promise((done) => setTimeout(done, 50));
  return {
    /** addresses of a static and a dynamic page of that shape */
    async pages({ bytes, elements }: Shape) {
      const rows = Math.max(1, Math.round(elements / 4));
      const letters = await lettersFor(`${origin}/dynamic/${rows}`, bytes);
      return {
        static: `${origin}/static/${rows}/${letters}`,
        dynamic: `${origin}/dynamic/${rows}/${letters}`,
      };
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many letters make the page as long as wanted: text stands in it twice, as markup and as the framework's data. */
async function lettersFor(url: string, bytes: number): Promise<number> {
  const few = 200;
  const many = 20_000;
  const [short, long] = await Promise.all([few, many].map((letters) => sizeOf(`${url}/${letters}`)));
  if (short === undefined || long === undefined) throw new Error("the bare application does not answer");
  const perLetter = (long - short) / (many - few);
  return Math.max(0, Math.round(few + (bytes - short) / perLetter));
}

async function sizeOf(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}
