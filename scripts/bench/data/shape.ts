/** How much of everything: the three figures of the command, and what follows from them. */
export type Shape = {
  posts: number;
  documents: number;
  sessions: number;
  programmes: number;
  organisations: number;
  people: number;
  /** bodies of one programme, and what is asked of each */
  bodies: number;
  requests: number;
  mails: number;
  /** readings of a thread by a person */
  reads: number;
  /** share of posts, documents and sessions that one programme has alone: the one that is measured */
  largest: number;
  /** share of all posts that stand in one thread */
  longestThread: number;
};

/**
 * Programmes, organisations and people grow with the root of the rest: a portal with a hundred times the posts has ten
 * times the programmes, each ten times as full.
 */
export function shapeOf(size: { posts: number; documents: number; sessions: number }): Shape {
  const root = Math.sqrt(size.sessions);
  return {
    ...size,
    programmes: Math.max(3, Math.round(2 * root)),
    organisations: Math.max(40, Math.round(20 * root)),
    people: Math.max(150, Math.round(200 * root)),
    bodies: 30,
    requests: 20,
    mails: Math.round(size.posts * 0.3),
    reads: Math.round(size.posts * 0.5),
    largest: 0.2,
    longestThread: 0.02,
  };
}

/** A hundredth of it, for comparison. */
export function hundredthOf({ posts, documents, sessions }: Shape): Shape {
  const part = (count: number) => Math.max(1, Math.round(count / 100));
  return shapeOf({ posts: part(posts), documents: part(documents), sessions: part(sessions) });
}
