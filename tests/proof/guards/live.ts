// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps live pages from telling somebody what is not theirs, and the process from holding more than it may. */
export const ofLive: Guard[] = [
  ...inFile("lib/platform/live/hub.ts", ["tests/platform/live/hub.test.ts"], {
    "a reader whose sign-in or role has ended": [
      "    if (!actor || rightsOf(actor) !== open.rights) return expel(open);\n",
      "    if (!actor) return;\n",
    ],
    "readers looked at when people change": [
      "    if (topics.includes(peopleTopic)) isEveryoneDue = true;\n",
      "",
    ],
    "more streams than a process holds": [
      ' || streams.size >= limits.ofProcess) return "process"',
      ') return "process"',
    ],
    "more streams than a person holds": ['own.length >= limits.ofPerson ? "person" : null', "null"],
    "a stream that cannot begin": ["        stream.end();\n        throw error;", "        throw error;"],
  }),
  ...inFile("lib/platform/live/event-stream.ts", ["tests/platform/live/hub.test.ts"], {
    "a reader who takes nothing": [" || (controller.desiredSize ?? 0) <= 0", ""],
  }),
  ...inFile("lib/people/queries.ts", ["tests/lib/people/sign-in/queries.test.ts"], {
    "whoever looks on, as a stranger": [
      "    if (facts) found.set(row.id, facts);",
      "    if (!facts) found.set(row.id, {} as never);",
    ],
  }),
  ...inFile("lib/forum/news/queries.ts", ["tests/lib/forum/news"], {
    "news of a thread that one may not read": [
      "[{ id }, threadVisibleTo(actor), { category: { programme: workedOnBy(actor) } }]",
      "[{ id }]",
    ],
    "news of a programme in which one has no part": [
      ", { category: { programme: workedOnBy(actor) } }]",
      "]",
    ],
    "posts that are hidden, as news": ["number: { gt: after }, hiddenAt: null", "number: { gt: after }"],
  }),
  ...inFile("lib/forum/readers/queries.ts", ["tests/lib/forum/readers"], {
    "who reads, for who takes no part": ['  authorise(thread.tracks, "readers");\n', ""],
    "who has left, as a reader": [", until: { gt: actor.at } } }", " } }"],
  }),
  ...inFile("lib/today/waiting/queries.ts", ["tests/lib/today/waiting"], {
    "what waits in a programme in which one has no part": [
      '  if (programmeId !== undefined) found(forum, "programme");\n',
      "",
    ],
  }),
];
