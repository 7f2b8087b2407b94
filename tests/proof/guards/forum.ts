// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps the forum from telling people what they did not want to hear. */
export const ofForum: Guard[] = [
  ...inFile("lib/forum/queries.ts", ["tests/lib/forum/watching"], {
    "what is muted, counted as new": [
      "\n      and coalesce(r.watch, ${watchInCategory(actor)}) = any(${[...countedLevels]}::watch_level[])",
      "",
    ],
  }),
  ...inFile("lib/forum/watching/commands.ts", ["tests/lib/forum/watching"], {
    "a level that was chosen, replaced by one's own post": ["\n      where thread_read.watch is null", ""],
  }),
  ...inFile("lib/forum/flags/mutations.ts", ["tests/lib/forum/flags"], {
    "flags on which two decide at once": ["    where: { id, decidedAt: null },", "    where: { id },"],
    "a flag that is decided on unread": ["and decided_at is null for update`", "and decided_at is null`"],
    "flags of one post at once": [
      "    await tx.$executeRaw`select 1 from post where id = ${input.id}::uuid for update`;\n",
      "",
    ],
  }),
  ...inFile("lib/forum/moderation/commands.ts", ["tests/lib/forum/moves"], {
    "a post that was moved while somebody decided on it": [
      '  if (post.threadId !== thread.id) throw new DomainError("forum.postMoved");\n',
      "",
    ],
  }),
  ...inFile("lib/forum/moves/queries.ts", ["tests/lib/forum/moves"], {
    "an old address that leads to a thread one may not read": [
      "const readable = { threadId, post: { thread: threadVisibleTo(actor) } };",
      "const readable = { threadId };",
    ],
    "an old address that leads to a post one may not read": [
      "where: { threadId, number, post: postVisibleTo(actor) },",
      "where: { threadId, number },",
    ],
  }),
  ...inFile("lib/forum/reading/queries.ts", ["tests/lib/forum/moves"], {
    "where posts went, told to whoever may not read it there": [
      "\n          and (c.is_public or ${thread.tracks})",
      "",
    ],
  }),
  ...inFile("lib/notifications/queries.ts", ["tests/lib/notifications/notify.test.ts"], {
    "a post of a thread that one chose not to follow, told": [
      "        person: { reads: { none: { threadId, watch: { not: null } } } },\n",
      "",
    ],
  }),
];
