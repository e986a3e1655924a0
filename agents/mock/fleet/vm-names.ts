import type { Random } from "../random.ts";
import type { Role } from "./roles.ts";
import type { Site } from "./sites.ts";

const BIRDS = [
  "kestrel",
  "osprey",
  "dipper",
  "wagtail",
  "siskin",
  "bittern",
  "plover",
  "goshawk",
  "redstart",
  "curlew",
];

/** Carefully chosen names, by the purpose of the VM. */
const SENTENCES: Readonly<Record<"de" | "en", readonly string[]>> = {
  de: [
    "Warenwirtschaft Altsystem (nur lesen)",
    "Zeiterfassung & Zutritt",
    "Lohnverrechnung Österreich – bitte nicht verschieben",
    "Maschinendaten Halle 4",
    "Übergabeserver Spedition Grünauer",
    "DMS_Archiv_bis_2016",
    "Kassenserver Werksküche",
    "Prüfstand-Auswertung [Qualitätssicherung]",
    "Etikettendruck Versand (Straße 3 + 5), Hr. Größwang, Durchwahl 4711, NICHT ABSCHALTEN!",
    "Schließanlage Süd",
  ],
  en: [
    "Payroll (read only since 2021)",
    "Warehouse labels - do not move",
    "Old intranet",
    "CCTV archive, car park & gate",
    "Finance month end, ask Harriet before any restart, extension 2214 (mornings)",
    "Franking machine",
    "Lab results import",
    "Sage 200 (2018)",
  ],
};

const APPLIANCES: Readonly<Record<"de" | "en", readonly string[]>> = {
  de: [
    "Telefonanlage",
    "Fax-Gateway",
    "NVR-Parkplatz",
    "WLAN-Controller",
    "USV-Überwachung",
    "Türsprechstelle",
  ],
  en: ["pbx", "fax-gateway", "wlan-controller", "ups-watch", "door-entry", "badge-printer"],
};

const DEFAULTS: Readonly<Record<"de" | "en", string>> = {
  de: "Neuer virtueller Computer",
  en: "New Virtual Machine",
};

/** A name for a VM in one of the usual naming styles. Duplicate names occur, as in reality. */
export function nameVm({ site, role, number, isLinux, isDefault }: NamedVm, random: Random): string {
  const digits = String(number).padStart(number > 99 ? 3 : 2, "0");
  if (isDefault) return DEFAULTS[site.language];
  if (role.code === "APL") return `${random.pick(APPLIANCES[site.language])}-${digits}`;

  const code = role.code.toLowerCase();
  if (isLinux) {
    return random.weighted([
      [`${site.code.toLowerCase()}-${code}-${digits}`, 12],
      [`${code}${number}.${site.domain}`, 3],
      [`${random.pick(BIRDS)}${number}`, 2],
    ]);
  }
  const sentence = random.pick(SENTENCES[site.language]);
  return random.weighted([
    [`${site.code}-${role.code}-${digits}`, 14],
    [`${site.code}${role.code}${digits}`, 3],
    [`SRV${String(4000 + number)}`, 2],
    [
      random.chance(0.75) ? `${sentence} ${digits}` : sentence,
      role.code === "ALT" || role.code === "APP" ? 2 : 0.2,
    ],
    [`WIN-${random.hex(11).toUpperCase()}`, 0.3],
  ]);
}

interface NamedVm {
  readonly site: Site;
  readonly role: Role;
  /** Counter for the site, so that most names are used once. */
  readonly number: number;
  readonly isLinux: boolean;
  readonly isDefault: boolean;
}

/** The guest's host name: it allows fewer characters than a VM name. */
export function toGuestHostName(vmName: string, seed: number): string {
  const plain = vmName
    .toLowerCase()
    .replace(/\..*$/, "")
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain.length > 0 && plain.length <= 15 && !vmName.includes(" ")
    ? plain
    : `srv-${seed.toString(16).padStart(8, "0")}`;
}
