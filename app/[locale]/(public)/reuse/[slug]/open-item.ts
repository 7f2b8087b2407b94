import { cache } from "react";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { onPage } from "@/lib/platform/request";
import { getItem } from "@/lib/reuse/queries";

/** The item of a public page, as everybody reads it; asked for once, for the page and for its head. */
export const openItem = cache((slug: string) => onPage(getItem(visitorActor(now()), slug)));
