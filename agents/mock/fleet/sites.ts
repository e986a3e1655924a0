/** A location with machines. All names and domains are fictitious. */
export interface Site {
  readonly code: SiteCode;
  readonly city: string;
  readonly domain: string;
  readonly language: "de" | "en";
}

export type SiteCode = "LNZ" | "GRZ" | "NUE" | "CGN" | "STR" | "LEJ" | "LDS" | "BRS" | "EDI";

export const SITES: Readonly<Record<SiteCode, Site>> = {
  LNZ: { code: "LNZ", city: "Linz", domain: "alpenwerk.example", language: "de" },
  GRZ: { code: "GRZ", city: "Graz", domain: "alpenwerk.example", language: "de" },
  NUE: { code: "NUE", city: "Nürnberg", domain: "ad.kettenhof.example", language: "de" },
  CGN: { code: "CGN", city: "Köln", domain: "ad.kettenhof.example", language: "de" },
  STR: { code: "STR", city: "Stuttgart", domain: "ad.kettenhof.example", language: "de" },
  LEJ: { code: "LEJ", city: "Leipzig", domain: "ad.kettenhof.example", language: "de" },
  LDS: { code: "LDS", city: "Leeds", domain: "corp.thornbury.example", language: "en" },
  BRS: { code: "BRS", city: "Bristol", domain: "corp.thornbury.example", language: "en" },
  EDI: { code: "EDI", city: "Edinburgh", domain: "corp.thornbury.example", language: "en" },
};
