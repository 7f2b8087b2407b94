/** A licence under which something is given to everybody; `code` holds its version. */
type Licence = {
  /** as people name it, in any language */
  name: string;
  url: string;
  /** its entry in the Italian list of licences of DCAT-AP_IT */
  vocabulary: string;
  /** how that list classes it */
  kind: "Attribution" | "PublicDomain" | "ViralEffect-ShareAlike";
};

const italian = "https://w3id.org/italia/controlled-vocabulary/licences";

/**
 * Every licence that an item has or had. A new version is a new entry: what was published under the old one stays so,
 * because nobody can take a licence back from whoever has it. What is no longer offered leaves `offeredLicences` alone.
 */
export const licences = {
  "CC-BY-4.0": {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
    vocabulary: `${italian}/A21_CCBY40`,
    kind: "Attribution",
  },
  "CC-BY-SA-4.0": {
    name: "CC BY-SA 4.0",
    url: "https://creativecommons.org/licenses/by-sa/4.0/",
    vocabulary: `${italian}/A31_CCBYSA40`,
    kind: "ViralEffect-ShareAlike",
  },
  "CC0-1.0": {
    name: "CC0 1.0",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
    vocabulary: `${italian}/A11_CCO10`,
    kind: "PublicDomain",
  },
  "IODL-2.0": {
    name: "IODL 2.0",
    url: "https://www.dati.gov.it/content/italian-open-data-license-v20",
    vocabulary: `${italian}/A29_IODL20`,
    kind: "Attribution",
  },
} as const satisfies Record<string, Licence>;

export type LicenceCode = keyof typeof licences;

export const licenceCodes = Object.keys(licences) as [LicenceCode, ...LicenceCode[]];

/** What a new item may be given; the first is proposed. */
export const offeredLicences = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"] as const satisfies LicenceCode[];

/** The licence of a stored code; a code that the list does not hold is a fault of ours. */
export function licenceOf(code: string): Licence {
  const licence: Licence | undefined = licences[code as LicenceCode];
  if (!licence) throw new Error(`no licence ${code}`);
  return licence;
}

/** A licence's code as messages are found by it: a dot would lead into another group. */
export function licenceKey(code: string): string {
  return code.replaceAll(".", "_");
}

/** Themes of the European list for data to which the subjects of the library belong. */
const subjects = {
  "work-organisation": ["GOVE"],
  "remote-work": ["GOVE", "SOCI"],
  "professional-profiles": ["GOVE", "EDUC"],
  "job-services": ["SOCI"],
  training: ["EDUC"],
  welfare: ["SOCI", "HEAL"],
  acts: ["GOVE", "JUST"],
  evaluation: ["GOVE"],
  technology: ["TECH"],
} as const satisfies Record<string, readonly string[]>;

export type Subject = keyof typeof subjects;

/** What items of the library are about, in the order in which pages name it. */
export const subjectCodes = Object.keys(subjects) as [Subject, ...Subject[]];

/** The European themes of some subjects, each once. */
export function themesOf(codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap((code) => subjects[code as Subject] ?? []))];
}

/** Languages in which an item may be written, with their code in the European list. */
export const languages = { it: "ITA", en: "ENG", de: "DEU", fr: "FRA" } as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as [Language, ...Language[]];
