// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

const scheduling = ["tests/lib/animation/scheduling"];

/** What keeps posts that come later, texts to begin with and reminders in the right hands. */
export const ofAnimation: Guard[] = [
  ...inFile("lib/animation/scheduling/commands.ts", scheduling, {
    "a post that comes twice": [
      'where: { id: post.id, state: "WAITING", version: post.version },\n    data: { state: "PUBLISHED"',
      'where: { id: post.id },\n    data: { state: "PUBLISHED"',
    ],
  }),
  ...inFile("lib/animation/scheduling/jobs.ts", scheduling, {
    "a post of who lost the role": [
      'if (!author || !canAnimate(author, post)) throw new ForbiddenError("scheduledPost");',
      'if (!author) throw new ForbiddenError("scheduledPost");',
    ],
    "a post published by whoever asks": ['  authorise(actor.kind === "system");\n', ""],
  }),
  ...inFile("lib/animation/scheduling/mutations.ts", scheduling, {
    "a post scheduled by who may not": ["    authorise(canAnimate(actor, { programmeId }));\n", ""],
    "another's post changed": ["    authorise(canChangeScheduled(actor, post));\n", ""],
    "another's post published": ["  authorise(canChangeScheduled(actor, seen));\n", ""],
    "a post that would have come already": ["  if (at <= actor.at)\n    throw", "  if (false)\n    throw"],
  }),
  ...inFile("lib/animation/scheduling/files/mutations.ts", ["tests/lib/animation/scheduling"], {
    "a file for another's post": ["  authorise(canChangeScheduled(actor, post));\n", ""],
    "a file for a post that came out": [
      '  if (post.state !== "WAITING") throw new DomainError("animation.waitsNoLonger");\n',
      "",
    ],
  }),
  ...inFile("lib/animation/scheduling/commands.ts", ["tests/lib/animation/scheduling"], {
    "an infected file that comes out": [
      'filter(({ object }) => object.scan !== "INFECTED")',
      "filter(() => true)",
    ],
  }),
  ...inFile("lib/animation/prompts/mutations.ts", ["tests/lib/animation/prompts"], {
    "a text to begin with, added by who may not": [
      "    authorise(canAnimate(actor, { programmeId: programme.id }));\n    const { id } = await tx.prompt.create",
      "    const { id } = await tx.prompt.create",
    ],
    "a text of another programme": [
      "OR: [{ programmeId: null }, { programmeId: programme.id }] },\n      data",
      "},\n      data",
    ],
  }),
  ...inFile("lib/animation/participation/queries.ts", ["tests/lib/animation/participation"], {
    "hidden posts counted": ["      and p.hidden_at is null and", "      and"],
  }),
  ...inFile("lib/animation/participation/mutations.ts", ["tests/lib/animation/participation"], {
    "a body reminded by who only sees": ["  authorise(canAnimate(actor, { programmeId }));\n", ""],
    "a body reminded twice in a week": [
      'if (count === 0) throw new DomainError("animation.remindedThisWeek", { body: body.shortName });',
      "",
    ],
  }),
  ...inFile("lib/animation/welcome/mutations.ts", ["tests/lib/animation/welcome"], {
    "a welcome written by who does not coordinate": [
      "    authorise(canWelcome(actor, { programmeId }));\n",
      "",
    ],
    "the first steps of a programme in which one has no part": [
      "    authorise(canTakeFirstSteps(actor, { programmeId }));\n",
      "",
    ],
    "a welcome thread in which nobody can write": [
      '  if (thread.hiddenAt || thread.lockedAt) throw new DomainError("animation.threadNotOpen", {}, "threadId");\n',
      "",
    ],
    "a welcome thread of another programme": [
      "AND: [{ id, category: { programmeId, tableId: null } }, threadVisibleTo(actor)]",
      "AND: [{ id }, threadVisibleTo(actor)]",
    ],
  }),
  ...inFile("lib/animation/welcome/queries.ts", ["tests/lib/animation/welcome"], {
    "a hidden post counted as written": [
      '\n        and w.hidden_at is null) as "hasWritten"',
      ') as "hasWritten"',
    ],
  }),
  ...inFile("lib/animation/welcome/queries.ts", ["tests/lib/notifications/welcome.test.ts"], {
    "somebody greeted at each new role": ["|| before > 0 ||", "||"],
  }),
  ...inFile("lib/animation/welcome/steps/queries.ts", ["tests/lib/animation/welcome"], {
    "first steps that were put away": [
      "\n        where d.person_id = ${actor.personId}::uuid and d.programme_id = p.id)",
      "\n        where false)",
    ],
  }),
  ...inFile("lib/notifications/subjects/queries.ts", ["tests/lib/notifications/animation.test.ts"], {
    "a post that did not come, told to who no longer animates": [
      '  if (kind === "scheduledRefused") return canAnimate(actor, inProgramme);\n',
      "",
    ],
  }),
];
