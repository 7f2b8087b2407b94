// node --import watchdog.mjs --import tsx child.ts <format> <seconds> <megabytes>: reads a file from its input and writes
// its text as JSON. It has no settings, no database and no network address; extract.ts starts it.

import { buffer } from "node:stream/consumers";
import { type TextFormat, textFormats } from "@/lib/platform/extraction/formats";
import { readText } from "@/lib/platform/extraction/read-text";

// biome-ignore lint/suspicious/noConsole: what libraries have to say must not come between
console.log = console.error;

const format = textFormats.find((one): one is TextFormat => one === process.argv[2]);
if (!format) throw new Error("Which format?");
const answer = await readText(new Uint8Array(await buffer(process.stdin)), format);
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
