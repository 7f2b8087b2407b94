import type { ReactNode } from "react";

const grounds = {
  paper: "",
  ground: "border-hairline border-y bg-ground",
  head: "border-hairline border-b bg-ground",
};
const rooms = { normal: "py-12 lg:py-16", tight: "py-6 lg:py-8", none: "" };

type Props = {
  children: ReactNode;
  /** `head` is the pale band under the navigation, `ground` a pale band between others. */
  ground?: keyof typeof grounds;
  room?: keyof typeof rooms;
  as?: "section" | "div";
  labelledBy?: string;
};

/** A full-width stripe of a public page with its content in the grid. */
export function Band({
  children,
  ground = "paper",
  room = "normal",
  as: Element = "div",
  labelledBy,
}: Props) {
  return (
    <Element aria-labelledby={labelledBy} className={grounds[ground]}>
      <div className={`page-width ${rooms[room]}`}>{children}</div>
    </Element>
  );
}
