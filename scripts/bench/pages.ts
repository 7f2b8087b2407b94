import { buildOnce, openDemonstration } from "./portal";
import { type Asked, countQueries } from "./queries";
import { circumstances, type Section, table } from "./report";

/** What every page asks of the database. */
export async function benchPages(): Promise<Section[]> {
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  try {
    return [queriesSection(await countQueries(data), when)];
  } finally {
    await data.close();
  }
}

function queriesSection(asked: Asked[], when: string): Section {
  const rows = asked.map(({ page, as, statements }) => [`\`${page}\``, as || "visitor", statements.length]);
  return {
    heading: "Queries per page",
    body: `${when}

Statements that reach the database for one page, read for the second time, counted on the wire between the two (the
sign-in's among them); of two pages of a template, or of two accounts, the one that needs more.

${table(["page", "as", "statements"], rows)}`,
  };
}
