// A process that measures one database: the portal's queries find theirs by the settings, so two databases are two processes.
import { systemActor } from "@/lib/platform/actor";
import { withClient } from "@/lib/platform/database/connection";
import { gatherWords } from "@/lib/search/words/jobs";
import { casesOf } from "@/scripts/bench/data/cases";
import { findFacts, signInOf } from "@/scripts/bench/data/facts";
import { explain, type Plan, statementsOf } from "@/scripts/bench/data/plans";

/** What it is asked, and what it answers. */
export type Asked =
  | { ask: "cases" }
  | { ask: "measure"; name: string; times: number }
  | { ask: "explain"; name: string }
  | { ask: "pages" };
export type Answered = {
  cases: { name: string; promised: "steady" | "search" | "told" }[];
  measure: number[];
  explain: Plan[];
  pages: { slug: string; threadId: string; posts: number; cookie: string };
};

await gatherWords(systemActor("gather-words", new Date(Number(process.env.BENCH_NOW))));
const facts = await findFacts(new Date(Number(process.env.BENCH_NOW)));
const cases = casesOf(facts);
const caseOf = (name: string) => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};

const answers: { [Ask in keyof Answered]: (asked: Extract<Asked, { ask: Ask }>) => Promise<Answered[Ask]> } =
  {
    cases: async () => cases.map(({ name, promised }) => ({ name, promised })),
    measure: async ({ name, times }) => {
      const { run } = caseOf(name);
      const taken: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const begun = performance.now();
        await run();
        taken.push(performance.now() - begun);
      }
      return taken;
    },
    explain: async ({ name }) => {
      const statements = await statementsOf(caseOf(name).run);
      return withClient(process.env.DATABASE_URL ?? "", async (client) => {
        const plans: Plan[] = [];
        for (const statement of statements) plans.push(await explain(client, statement));
        return plans;
      });
    },
    pages: async () => ({
      slug: facts.slug,
      threadId: facts.thread.id,
      posts: facts.thread.posts,
      cookie: await signInOf(facts.actors.referent),
    }),
  };

process.on("message", async (asked: Asked) => {
  try {
    const answer = await (answers[asked.ask] as (asked: Asked) => Promise<unknown>)(asked);
    process.send?.({ answer });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send?.({ answer: "ready" });
