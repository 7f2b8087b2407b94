// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps the search from telling what somebody may not see. */
export const ofSearch: Guard[] = [
  ...inFile("lib/search/candidates/queries.ts", ["tests/lib/search"], {
    "a programme in draft, found": [", programmeVisibleTo(actor)] }", "] }"],
    "a document of another body, found": [", documentVisibleTo(actor)] }", "] }"],
  }),
  ...inFile("lib/search/candidates/meetings/queries.ts", ["tests/lib/search"], {
    "a session of a group, found by a point of its agenda": [", visibleTo(actor)] };", "] };"],
    "minutes that are not to be read yet, found": [
      "  return only(found, await listReadable(actor, idsOf(found)));",
      "  return found;",
    ],
  }),
  ...inFile("lib/search/candidates/forum/queries.ts", ["tests/lib/search"], {
    "a hidden post, found": ["p.hidden_at is null and ", ""],
    "an answer that is no longer accepted, found": ["t.accepted_post_id = p.post_id and ", ""],
    "a hidden answer to what is asked often, found": [" and a.hidden_at is null", ""],
  }),
  ...inFile("lib/search/candidates/parties/queries.ts", ["tests/lib/search"], {
    "a name, told to a visitor": [", namedFor(actor, programmeId)] }", "] }"],
    "an application of a body, told by a filter": [
      "\n          and e.state::text = any(${[...partakingStates]}::text[])",
      "",
    ],
  }),
  ...inFile("lib/people/policy.ts", ["tests/lib/people/policy.test.ts", "tests/lib/search"], {
    "a role that has ended, by which a name is known": [
      "OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },\n          seen",
      "},\n          seen",
    ],
    "the name of somebody disabled": ["everywhere ? {} : { disabledAt: null }", "{}"],
    "a role elsewhere, told by a filter": [
      "programmeId ? { programmeId } : { programmeId: { not: null } }",
      "{}",
    ],
  }),
  ...inFile("lib/search/suggestions/queries.ts", ["tests/lib/search/suggestions.test.ts"], {
    "a word that stands only in what the reader may not see": ["(seen.get(other) ?? 0) > 0 && ", ""],
    "a search put right that finds nothing": ["totalOf(all) > found ?", "totalOf(all) >= 0 || found ?"],
  }),
];
