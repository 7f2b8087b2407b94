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
  ...inFile("lib/forum/reactions/mutations.ts", ["tests/lib/forum/reactions"], {
    "a reaction of who only reads": ["    authorise(canPost(actor, category));\n", ""],
    "a reaction to one's own post": [
      '    if (post.authorId === actor.personId) throw new DomainError("forum.ownPost");\n',
      "",
    ],
    "a reaction in a closed discussion": [
      '    if (lockedAt) throw new DomainError("forum.lockedForReactions");\n',
      "",
    ],
    "a reaction to a hidden post": ["{ id: postId, hiddenAt: null }", "{ id: postId }"],
  }),
  ...inFile("lib/forum/drafts/mutations.ts", ["tests/lib/forum/drafts"], {
    "a draft of who only reads": ["    authorise(canPost(actor, { programmeId }));\n", ""],
    "a draft kept again by a form that has published": ["    if (published) return kept;\n", ""],
    "a draft that waits for no publishing of its form": [
      "    await lockSubmission(tx, actor, input.submissionKey);\n",
      "",
    ],
    "a draft discarded by somebody else": [
      "where: { id, personId: actor.personId ?? id },",
      "where: { id },",
    ],
  }),
  ...inFile("lib/forum/mentions/queries.ts", ["tests/lib/forum/mentions"], {
    "names of a programme, for who does not write there": [
      "  authorise(canPost(actor, { programmeId }));\n",
      "",
    ],
    "more people called than may be": [
      '  if (called.length > mostMentions)\n    throw new DomainError("forum.tooManyMentions", { max: mostMentions }, "text");\n',
      "",
    ],
  }),
  ...inFile("lib/notifications/queries.ts", ["tests/lib/notifications/mentioned.test.ts"], {
    "who follows nothing of a thread, called in it": [
      '      person: { reads: { none: { threadId, watch: "MUTED" } } },\n',
      "",
    ],
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
