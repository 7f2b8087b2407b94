/** What the header and footer say of the body that publishes the portal; comes from its settings. */
export type SiteInfo = {
  bodyName: string;
  /** For small screens: an acronym. */
  bodyShortName?: string;
  bodyUrl?: string;
  /** Lines of the postal address. */
  address?: string[];
  taxCode?: string;
  email?: string;
  certifiedEmail?: string;
  phone?: string;
  /** Page of the body that the transparency law requires. */
  transparencyUrl?: string;
  sourceCodeUrl?: string;
  /** The statement on AgID's form; without it the portal's own page explains. */
  accessibilityStatementUrl?: string;
  /** Shows the notice that bodies and people are invented. */
  demo?: boolean;
};
