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
    "a draft discarded by somebody else": ["where: { id, personId },", "where: { id },"],
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
      "\n          and (c.is_public or ${readAsMember(actor)})",
      "",
    ],
  }),
  ...inFile("lib/notifications/queries.ts", ["tests/lib/notifications/notify.test.ts"], {
    "a post of a thread that one chose not to follow, told": [
      "        person: { reads: { none: { threadId, watch: { not: null } } } },\n",
      "",
    ],
  }),
  ...inFile("lib/forum/assignments/mutations.ts", ["tests/lib/forum/assignments"], {
    "an answer assigned by who may not": [
      "    authorise(canAssign(actor, thread));\n    const place",
      "    const place",
    ],
    "an assignment taken back by who may not": [
      "    authorise(canAssign(actor, thread));\n    assertShown(thread.assignments[0] ?? null, id);",
      "    assertShown(thread.assignments[0] ?? null, id);",
    ],
    "somebody else's assignment replaced unseen": ["    assertShown(current, input.current);\n", ""],
    "an answer asked of who takes no part in it": [
      "    await assertAssignable(tx, actor, thread, input.assigneeId);\n",
      "",
    ],
  }),
  ...inFile("lib/forum/reading/queries.ts", ["tests/lib/forum/assignments"], {
    "who answers, told to people outside": [
      " and g.ended_at is null and ${thread.tracks})",
      " and g.ended_at is null)",
    ],
  }),
  ...inFile("lib/forum/assignments/queries.ts", ["tests/lib/forum/assignments"], {
    "the queue shown to who does not coordinate": [
      '  authorise(canAssign(actor, { programmeId }), "queue");\n',
      "",
    ],
    "who could answer, told to who assigns nothing": [
      "!canAssign(actor, thread) || !isAnswerable",
      "!isAnswerable",
    ],
  }),
  ...inFile("lib/forum/faq/mutations.ts", ["tests/lib/forum/faq"], {
    "a thread put into the FAQ by who may not": [
      "    authorise(canEditFaq(actor, { programmeId }));\n    const { acc",
      "    const { acc",
    ],
    "a question changed by who may not": [
      "    authorise(canEditFaq(actor, entry));\n    const sectionId",
      "    const sectionId",
    ],
    "a question taken out by who may not": [
      "    authorise(canEditFaq(actor, entry));\n    const { count } = await tx.faqEntry.deleteMany",
      "    const { count } = await tx.faqEntry.deleteMany",
    ],
    "a heading renamed by who may not": ["    authorise(canEditFaq(actor, section));\n", ""],
    "a heading moved by who may not": [
      "    authorise(canEditFaq(actor, { programmeId }));\n    await holdOrder",
      "    await holdOrder",
    ],
    "the heading of another programme": [
      "where: { id: sectionId, programmeId },",
      "where: { id: sectionId },",
    ],
    "an answer counted that is no longer the accepted one": [
      '    found(thread.acceptedPostId === postId || null, "question");\n',
      "",
    ],
    "an answer of a closed category counted": [
      "thread: { category: categoryVisibleTo(actor), hiddenAt: null },",
      "thread: { hiddenAt: null },",
    ],
  }),
  ...inFile("lib/forum/faq/queries.ts", ["tests/lib/forum/faq"], {
    "answers of closed categories shown to visitors": [
      "category: categoryVisibleTo(actor), ...(mayEdit",
      "...(mayEdit",
    ],
    "an answer shown that is no longer the accepted one": ["thread.acceptedPostId === postId && ", ""],
  }),
];
