/** The meetings of the edition by name. */
export type SessionKey = "kickOff" | "first" | "second" | "third" | "final" | "open";
