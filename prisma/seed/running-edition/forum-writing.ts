import { roleNames } from "@/lib/forum/mentions/names";
import type { ReactionKind } from "@/lib/platform/db/generated/enums";
import { renderMarkdown } from "@/lib/platform/markdown";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { people } from "./cast";

type Written = {
  threadId: string;
  id: string;
  by: string;
  at: Date;
  text: string;
  number: number;
  /** accepted as the answer to who asked */
  thanks: string | null;
};

const names = new Map(
  people.map(({ account, givenName, familyName }) => [`${givenName} ${familyName}`, account]),
);
const callable = [...names.keys(), ...Object.values(roleNames).flat()];

/** The text of a post as it is shown, with those whom it calls. */
export function renderSeeded(text: string): ReturnType<typeof renderMarkdown> {
  return renderMarkdown(text, callable);
}

/** Who is called by name in the posts, what others think of them, and a text under way. */
export async function seedForumWriting({ tx, now }: Seeding, posts: Written[], cast: Cast): Promise<void> {
  await tx.postMention.createMany({
    data: posts.flatMap(({ id, text, at }) =>
      renderSeeded(text).called.flatMap((name) => {
        const account = names.get(name);
        return account
          ? [{ id: identifier(at), postId: id, name, personId: must(cast.people, account), createdAt: at }]
          : [];
      }),
    ),
  });
  const answers = posts.filter(({ number }) => number > 1);
  await tx.postReaction.createMany({
    data: answers.flatMap(({ id, by, at, thanks }, index) => {
      const others = ["referente.b", "staff.a", "esperto"].filter((one) => one !== by && one !== thanks);
      const kind: ReactionKind = index % 2 === 0 ? "USEFUL" : "AGREEMENT";
      const given: { account: string; kind: ReactionKind }[] = others
        .slice(0, index % 3)
        .map((account) => ({ account, kind }));
      if (thanks && thanks !== by) given.push({ account: thanks, kind: "THANKS" });
      return given.map(({ account, kind }) => ({
        postId: id,
        personId: must(cast.people, account),
        kind,
        createdAt: new Date(Math.min(at.getTime() + 3_600_000, now.getTime())),
      }));
    }),
  });
  const [first] = posts;
  if (first)
    await tx.postDraft.create({
      data: {
        id: identifier(now),
        personId: must(cast.people, "staff.a"),
        threadId: first.threadId,
        markdown: "Da noi la soglia ha funzionato; preparo un esempio con",
        updatedAt: now,
      },
      select: { id: true },
    });
}
