import type { Who } from "../accounts";
import type { Demo, Meant } from "./row";

/** A request to a route handler; with `fields` or a `file` a form is posted. */
export type Asked = {
  path: string;
  headers?: Record<string, string>;
  fields?: Record<string, string>;
  file?: string;
  /** posted as it stands */
  body?: string;
};

/** A route handler with a request that is right in everything but who makes it. */
export type RouteRow = Meant & {
  entry: string;
  /** who takes it away is recorded, so rows differ afterwards */
  isRecorded?: boolean;
  input: (demo: Demo, page: Page) => Promise<Asked>;
};

/** Reads a page of the portal as somebody. */
export type Page = (path: string, who: Who) => Promise<string>;
