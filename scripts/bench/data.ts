import { parseArgs } from "node:util";
import type { Plan } from "@/scripts/bench/data/plans";
import { measureCases, measurePages } from "@/scripts/bench/data/rounds";
import { hundredthOf, type Shape, shapeOf } from "@/scripts/bench/data/shape";
import { openSide, type Side } from "@/scripts/bench/data/side";
import { tell } from "@/scripts/bench/data/tell";
import { buildOnce } from "./portal";
import type { Part } from "./report";

/**
 * npm run bench -- data --posts 1000000 --documents 100000 --sessions 10000: as much data as asked for, measured beside a
 * hundredth of it.
 */
export const benchData: Part = async (flags) => {
  const shape = readShape(flags);
  await buildOnce();
  const small = await openSide("a hundredth", hundredthOf(shape));
  try {
    const full = await openSide("full", shape);
    try {
      const measured = [...(await measureCases(small, full)), ...(await measurePages(small, full))];
      return tell({ full: full.loaded, small: small.loaded }, measured, await explainCases(full));
    } finally {
      await full.close();
    }
  } finally {
    await small.close();
  }
};

function readShape(flags: string[]): Shape {
  const { values } = parseArgs({
    args: flags,
    options: {
      posts: { type: "string", default: "1000000" },
      documents: { type: "string", default: "100000" },
      sessions: { type: "string", default: "10000" },
    },
  });
  const size = (name: keyof typeof values) => {
    const count = Number(values[name]);
    if (!Number.isInteger(count) || count < 100) throw new Error(`--${name}: a whole number from 100`);
    return count;
  };
  return shapeOf({ posts: size("posts"), documents: size("documents"), sessions: size("sessions") });
}

async function explainCases(side: Side): Promise<{ name: string; plans: Plan[] }[]> {
  const explained: { name: string; plans: Plan[] }[] = [];
  for (const { name } of await side.ask({ ask: "cases" }))
    explained.push({ name, plans: await side.ask({ ask: "explain", name }) });
  return explained;
}
