"use server";

import { discuss, type LinkPlace, linkThread, unlinkThread } from "@/lib/discussions/mutations";
import { discussSchema, linkSchema, unlinkSchema } from "@/lib/discussions/schema";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const toThread = ({ slug, threadId }: LinkPlace) =>
  ({ pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id: threadId } }) as const;

const toThing = ({ slug, thing }: LinkPlace) =>
  thing.kind === "deliverable"
    ? ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: thing.id } } as const)
    : ({
        pathname: `/area/programmes/[slug]/sessions/[id]/${thing.kind === "point" ? "agenda" : "minutes"}`,
        params: { slug, id: thing.session.id },
      } as const);

const backTo = (place: LinkPlace, { from }: { from: "thread" | "target" }) =>
  from === "thread" ? toThread(place) : toThing(place);

export const linkThreadAction = action(
  {
    name: "discussions.link",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: linkSchema,
    redirectTo: backTo,
  },
  linkThread,
);

export const unlinkThreadAction = action(
  {
    name: "discussions.unlink",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: unlinkSchema,
    redirectTo: backTo,
    staysInPlace: true,
  },
  unlinkThread,
);

export const discussAction = action(
  {
    name: "discussions.open",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: discussSchema,
    preview: { field: "text", render: (text) => renderMarkdown(text).html },
    redirectTo: toThread,
  },
  discuss,
);
