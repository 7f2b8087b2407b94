import type { Topic } from "@/lib/platform/live/topics";

/** Who reads a thread now is somebody else. */
export const readersTopic = (threadId: string): Topic => `readers:${threadId}`;
