/** When a post was written: days before today at an hour, or minutes before the moment of loading. */
export type PostTime = { daysAgo: number; time: string } | { minutesAgo: number };

export type DemoPost = { by: string; at: PostTime; text: string };

export type DemoThread = {
  /** position of the category, from 1 */
  category: number;
  title: string;
  state: "OPEN" | "ANSWERED" | "SOLVED";
  /** number of the accepted post */
  accepted?: number;
  isPinned?: boolean;
  isLocked?: boolean;
  posts: readonly DemoPost[];
  /** how far each account has read; nobody else has opened it */
  read: Readonly<Record<string, number>>;
};
