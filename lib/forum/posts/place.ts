/** Where a post stands, for the page that shows it. */
export type PostPlace = { slug: string; threadId: string; postId: string; number: number };
