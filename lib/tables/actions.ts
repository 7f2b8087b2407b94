"use server";

import { action } from "@/lib/platform/action";
import {
  addTable,
  changeTable,
  endSeat,
  giveSeat,
  removeTable,
  type TablePlace,
} from "@/lib/tables/mutations";
import {
  addTableSchema,
  changeTableSchema,
  endSeatSchema,
  giveSeatSchema,
  removeTableSchema,
} from "@/lib/tables/schema";

const toTable = ({ slug, id }: TablePlace) =>
  ({ pathname: "/area/programmes/[slug]/tables/[id]", params: { slug, id } }) as const;

export const addTableAction = action(
  { name: "tables.add", audience: ["coordinator"], schema: addTableSchema, redirectTo: toTable },
  addTable,
);

export const changeTableAction = action(
  { name: "tables.change", audience: ["coordinator"], schema: changeTableSchema, redirectTo: toTable },
  changeTable,
);

export const removeTableAction = action(
  {
    name: "tables.remove",
    audience: ["coordinator"],
    schema: removeTableSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/tables", params: { slug } }),
  },
  removeTable,
);

export const giveSeatAction = action(
  {
    name: "tables.giveSeat",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: giveSeatSchema,
    redirectTo: toTable,
  },
  giveSeat,
);

export const endSeatAction = action(
  {
    name: "tables.endSeat",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: endSeatSchema,
    redirectTo: toTable,
  },
  endSeat,
);
