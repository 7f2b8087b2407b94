import { readFileSync, writeFileSync } from "node:fs";
import nodes from "lucide-static/icon-nodes.json" with { type: "json" };

// npm run icons: writes the sheet of icons from the names in components/ui/icons.tsx, drawings by Lucide (ISC).
const list = "components/ui/icons.tsx";
const sheet = "components/ui/icons.svg";

type Node = [tag: string, attributes: Record<string, string | number>];
const drawings: Record<string, Node[]> = nodes as never;

/** The sheet as it should be: one symbol of 24 by 24 for each name. Throws for a name that Lucide does not have. */
export function iconSheet(): string {
  const names = [...readFileSync(list, "utf8").matchAll(/= icon\("([\w-]+)"\)/g)].map(([, name]) => name);
  const symbols = names.map((name = "") => {
    const drawing = drawings[name];
    if (!drawing) throw new Error(`${list}: Lucide has no icon named ${name}`);
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing.map(element).join("")}</symbol>\n`;
  });
  const note = "<!-- Lucide (https://lucide.dev), ISC License, © Lucide Contributors -->";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${note}\n${symbols.join("")}</svg>\n`;
}

function element([tag, attributes]: Node): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${said.join("")}/>`;
}

if (process.argv[1]?.endsWith("icons.ts")) writeFileSync(sheet, iconSheet());
