import type { MacroArea, Office } from "@/lib/platform/db/generated/enums";

export type ModelStep = {
  office: Office;
  it: string;
  en: string;
  laws?: readonly string[];
  documents?: readonly string[];
  channels?: readonly string[];
  rows: readonly string[];
};

export type ModelFunction = {
  slug: string;
  name: { it: string; en: string };
  description: { it: string; en: string };
  rows: readonly string[];
  steps: readonly ModelStep[];
};

export type ModelArea = {
  macroArea: MacroArea;
  slug: string;
  name: { it: string; en: string };
  mission: { it: string; en: string };
  access: { it: string; en: string };
  source: string;
  rows: readonly string[];
  functions: readonly ModelFunction[];
};

export type ModelReferral = {
  /** slug of an area, or who comes in from outside */
  from: { area: string } | { outside: "person" | "company" };
  to: string;
  label: { it: string; en: string };
  isReturn?: boolean;
  rows: readonly string[];
};

export type CipModel = {
  slug: string;
  title: { it: string; en: string };
  source: string;
  validFrom: string;
  programme: string;
  areas: readonly ModelArea[];
  referrals: readonly ModelReferral[];
};
