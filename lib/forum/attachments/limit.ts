/** Files of one post at most. */
export const mostAttachments = 10;
