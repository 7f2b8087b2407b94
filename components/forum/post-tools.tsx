"use client";

import type { ReactElement, ReactNode } from "react";
import { Ellipsis, Flag, Handshake, Lightbulb, Reply, TextQuote, ThumbsUp } from "@/components/ui/icons";
import { pageStart } from "@/lib/forum/paging";
import type { ReactionKind } from "@/lib/platform/db/generated/enums";

/** Where the tools of a page's posts lead and what they say, the same for all; "#" stands for a post's number or an author. */
export type ToolWords = {
  /** the thread's address, and the one below which its posts have their pages */
  thread: string;
  posts: string;
  /** the form to which the buttons of reactions belong */
  form: string;
  reactions: string;
  kinds: { kind: ReactionKind; word: string }[];
  reaction: string;
  reply: [word: string, name: string];
  quote: [word: string, name: string];
  hasWritten: string;
  open: [word: string, name: string];
  openOwn: [word: string, name: string];
  flag: [word: string, name: string];
};

/** What the reader can do with one post. */
export type PostPowers = {
  id: string;
  number: number;
  /** whom a quotation names; without it none is offered */
  author?: string;
  mayReply?: true;
  mayEdit?: true;
  mayFlag?: true;
  /** what was given so far, said for readers of the screen; without it the post takes no reactions */
  given?: { kind: ReactionKind; count: number; isMine: boolean; said: string }[];
};

const icons: Record<ReactionKind, ReactElement> = {
  THANKS: <Handshake />,
  AGREEMENT: <ThumbsUp />,
  USEFUL: <Lightbulb />,
};

/**
 * Reactions and acts of one post. Nothing here needs the browser: they stand below each of twenty posts, and sent as a
 * component they cost one line each where they would cost their whole tree.
 */
export function PostTools({
  words,
  post,
  children,
}: {
  words: ToolWords;
  post: PostPowers;
  children?: ReactNode;
}) {
  const { number } = post;
  const page = `${words.posts}/${number}`;
  const start = pageStart(number);
  const open = post.mayEdit ? words.openOwn : words.open;
  return (
    <>
      {post.given ? <Reactions words={words} post={post} given={post.given} /> : null}
      <div className="post-acts no-print">
        {post.mayReply ? <Act href="#rispondi" icon={<Reply />} words={words.reply} number={number} /> : null}
        {post.author ? (
          <Act
            href={`${words.thread}?${start === 1 ? "" : `dal=${start}&`}cita=${number}`}
            icon={<TextQuote />}
            words={words.quote}
            number={number}
            quote={put(words.hasWritten, post.author)}
          />
        ) : null}
        <Act href={page} icon={<Ellipsis />} words={open} number={number} />
        {post.mayFlag ? (
          <Act href={`${page}#segnala`} icon={<Flag />} words={words.flag} number={number} />
        ) : null}
        {children}
      </div>
    </>
  );
}

type ActProps = {
  href: string;
  icon: ReactElement;
  words: [word: string, name: string];
  number: number;
  quote?: string;
};

function Act({ href, icon, words: [word, name], number, quote }: ActProps) {
  return (
    <a href={href} aria-label={put(name, number)} data-quote={quote}>
      {icon}
      {word}
    </a>
  );
}

type ReactionsProps = { words: ToolWords; post: PostPowers; given: NonNullable<PostPowers["given"]> };

/** Buttons that give a reaction and take it back: all of one form. */
function Reactions({ words, post, given }: ReactionsProps) {
  return (
    <ul className="reactions" aria-label={put(words.reactions, post.number)}>
      {words.kinds.map(({ kind, word }) => {
        const { count = 0, isMine = false, said = "" } = given.find((one) => one.kind === kind) ?? {};
        return (
          <li key={kind} className={count > 0 ? undefined : "no-print"}>
            <button
              type="submit"
              form={words.form}
              name="act"
              value={`${post.id} ${kind} ${isMine ? "take" : "give"}`}
              aria-pressed={isMine}
            >
              {icons[kind]}
              {count > 0 ? `${word} ${count} ` : word}
              <span className="sr-only">{said || put(words.reaction, post.number)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function put(text: string, value: number | string): string {
  return text.replace("#", () => String(value));
}
