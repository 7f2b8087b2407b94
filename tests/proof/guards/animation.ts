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
  ...inFile("lib/notifications/subjects/queries.ts", ["tests/lib/notifications/animation.test.ts"], {
    "a post that did not come, told to who no longer animates": [
      '  if (kind === "scheduledRefused") return canAnimate(actor, inProgramme);\n',
      "",
    ],
  }),
];
