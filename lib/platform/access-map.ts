/** Who may call an entry: checked again, with the object at hand, inside the mutation or query. */
export type AudienceRole =
  | "anyone"
  | "signed-in"
  | "administrator"
  | "programme-manager"
  | "coordinator"
  | "expert"
  | "observer"
  | "referent"
  | "staff";

/** What an entry of the portal says of itself: a server action or a route handler. */
export type Entry = {
  kind: "action" | "route";
  /** "feature.verb", unique in the whole portal */
  name: string;
  audience: readonly AudienceRole[];
};

const entries = new WeakMap<object, Entry>();

/** Puts a handler on the access map. Called by what makes handlers: `action`, `route`, `uploadRoute`, `partsRoute`, `metadataRoute`. */
export function declareEntry<Handler extends object>(entry: Entry, handler: Handler): Handler {
  entries.set(handler, entry);
  return handler;
}

/** What a handler of the build declared; undefined when it was not made by one of ours. */
export function entryOf(handler: object): Entry | undefined {
  return entries.get(handler);
}

/** Whether a visitor may call an entry at all. */
export function admitsVisitors({ audience }: Pick<Entry, "audience">): boolean {
  return audience.includes("anyone");
}
