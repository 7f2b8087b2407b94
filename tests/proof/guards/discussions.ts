// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { ofAnimation } from "./animation";
import { type Guard, inFile } from "./guard";

const tests = ["tests/lib/discussions"];

/** What keeps a link from telling of what one may not see, and what keeps the forum going in the right hands. */
export const ofDiscussions: Guard[] = [
  ...ofAnimation,
  ...inFile("lib/discussions/queries.ts", tests, {
    "a thing of a thread that its reader may not see": [
      'thread: threadVisibleTo(actor) }, targetVisibleTo(actor)] },\n    orderBy: [{ linkedAt: "asc" }, { id: "asc" }],\n    take: most,',
      'thread: threadVisibleTo(actor) }] },\n    orderBy: [{ linkedAt: "asc" }, { id: "asc" }],\n    take: most,',
    ],
    "a discussion told beside a thing, to who may not read it": [
      "[column]: { in: [...ids] }, thread: threadVisibleTo(actor) }",
      "[column]: { in: [...ids] } }",
    ],
    "a point chosen of a session that is not seen": [
      "where: { AND: [{ id }, pointVisibleTo(actor)] },",
      "where: { id },",
    ],
    "a deliverable chosen of another body": [
      "where: { AND: [{ id }, deliverableVisibleTo(actor)] },",
      "where: { id },",
    ],
  }),
  ...inFile("lib/discussions/mutations.ts", tests, {
    "a link made by who only reads": [
      "    authorise(canLink(actor, thread));\n    const thing",
      "    const thing",
    ],
    "a link between programmes": [
      "    found(thing.programmeId === thread.programmeId || null, input.kind);\n",
      "",
    ],
    "a link taken away by who did not make it": [
      "    authorise(canUnlink(actor, { ...thread, linkedById: link.linkedById }));\n",
      "",
    ],
    "a discussion opened about a thing by who only reads": ["  authorise(canLink(actor, thing));\n", ""],
  }),
  ...inFile("lib/sessions/minutes/policy.ts", tests, {
    "decisions of minutes under way, told to everybody": [
      '{ state: { notIn: ["DRAFT", "PUBLISHED"] }, session: { AND: [inProgramme, attended] } }',
      "{ session: inProgramme }",
    ],
    "decisions of proposed minutes, told to who was not there": [
      "{ AND: [inProgramme, attended] }",
      "inProgramme",
    ],
  }),
];
