// npm run bench: speed and size of the built portal, measured beside floors of the same run; fills docs/benchmarks.md.
//   npm run bench -- pages     only one part (or several); what follows a part is for it
//   npm run bench -- data --posts 1000000 --documents 100000 --sessions 10000
import { type Part, print, writeSections } from "./bench/report";

const parts: Record<string, () => Promise<Part>> = {
  pages: async () => (await import("./bench/pages")).benchPages,
  files: async () => (await import("./bench/files")).benchFiles,
  start: async () => (await import("./bench/start")).benchStart,
  scale: async () => (await import("./bench/scale")).benchScale,
  feeds: async () => (await import("./bench/feeds")).benchFeeds,
  data: async () => (await import("./bench/data")).benchData,
};
/** What a run without names measures; the others are asked for. */
const usual = ["pages", "files", "start", "scale", "feeds"];

const [flags, names] = partition(process.argv.slice(2));
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: there are ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}

for (const name of names.length > 0 ? names : usual) {
  const started = performance.now();
  console.log(`\n── ${name} ──`);
  const part = await parts[name]?.();
  const sections = (await part?.(flags)) ?? [];
  print(sections);
  writeSections("docs/benchmarks.md", sections);
  console.log(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
}
// The database's connections of a part that imported the portal's own modules must not keep the command alive.
process.exit(0);

/** The names of parts stand before the first flag. */
function partition(args: string[]): [flags: string[], names: string[]] {
  const first = args.findIndex((arg) => arg.startsWith("--"));
  return first === -1 ? [[], args] : [args.slice(first), args.slice(0, first)];
}
