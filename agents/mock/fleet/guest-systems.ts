/** The guest operating system, as its data exchange reports it. */
export interface GuestSystem {
  readonly key: GuestKey;
  readonly family: "windows" | "linux" | "freebsd" | "appliance";
  readonly osName: string;
  readonly osVersion: string;
  /** Linux guests report their distribution's version here. */
  readonly osMajorVersion: string;
  readonly osMinorVersion: string;
  readonly osBuildNumber: string;
  readonly processorArchitecture: string;
  readonly integrationServicesVersion: string;
  readonly items: Readonly<Record<string, string>>;
  readonly generation2: "never" | "possible" | "always";
  readonly secureBootTemplate: "MicrosoftWindows" | "MicrosoftUEFICertificateAuthority" | null;
  /** Uses an older protocol on hosts of 2016 and later, which report it as a mismatch. */
  readonly isDownLevel: boolean;
  readonly takesVirtualFunction: boolean;
}

export type GuestKey =
  | "ws2025"
  | "ws2022"
  | "ws2019"
  | "ws2016"
  | "ws2012r2"
  | "ws2008r2"
  | "win11"
  | "win10"
  | "ubuntu2404"
  | "ubuntu2204"
  | "ubuntu2004"
  | "debian12"
  | "debian11"
  | "rhel9"
  | "rhel8"
  | "alma9"
  | "rocky9"
  | "oracle8"
  | "sles15"
  | "freebsd14"
  | "appliance";

function windows(
  key: GuestKey,
  osName: string,
  version: string,
  revision: number,
  special: Partial<GuestSystem> = {},
): GuestSystem {
  const [major = "", minor = "", build = ""] = version.split(".");
  return {
    key,
    family: "windows",
    osName,
    osVersion: version,
    osMajorVersion: major,
    osMinorVersion: minor,
    osBuildNumber: build,
    processorArchitecture: "9",
    integrationServicesVersion: `${version}.${revision}`,
    items: {
      OSPlatformId: "2",
      ServicePackMajor: "0",
      ServicePackMinor: "0",
      ProductType: "3",
      OSEditionId: "8",
    },
    generation2: "possible",
    secureBootTemplate: "MicrosoftWindows",
    isDownLevel: false,
    takesVirtualFunction: true,
    ...special,
  };
}

function linux(
  key: GuestKey,
  osName: string,
  release: string,
  kernel: string,
  special: Partial<GuestSystem> = {},
): GuestSystem {
  return {
    key,
    family: "linux",
    osName,
    osVersion: kernel.split("-")[0] ?? kernel,
    osMajorVersion: release,
    osMinorVersion: "",
    osBuildNumber: kernel,
    processorArchitecture: "x86_64",
    integrationServicesVersion: "3.1",
    items: {},
    generation2: "possible",
    secureBootTemplate: "MicrosoftUEFICertificateAuthority",
    isDownLevel: false,
    takesVirtualFunction: true,
    ...special,
  };
}

const CLIENT_ITEMS = {
  OSPlatformId: "2",
  ServicePackMajor: "0",
  ServicePackMinor: "0",
  ProductType: "1",
  OSEditionId: "4",
};

const SYSTEMS: readonly GuestSystem[] = [
  windows("ws2025", "Windows Server 2025 Datacenter", "10.0.26100", 7092),
  windows("ws2022", "Windows Server 2022 Standard", "10.0.20348", 4294),
  windows("ws2019", "Windows Server 2019 Standard", "10.0.17763", 7919),
  windows("ws2016", "Windows Server 2016 Standard", "10.0.14393", 8422),
  windows("ws2012r2", "Windows Server 2012 R2 Standard", "6.3.9600", 22523, { isDownLevel: true }),
  windows("ws2008r2", "Windows Server 2008 R2 Standard", "6.1.7601", 24545, {
    isDownLevel: true,
    generation2: "never",
    takesVirtualFunction: false,
  }),
  windows("win11", "Windows 11 Enterprise", "10.0.26100", 7092, {
    items: CLIENT_ITEMS,
    generation2: "always",
  }),
  windows("win10", "Windows 10 Enterprise LTSC 2021", "10.0.19044", 6456, { items: CLIENT_ITEMS }),
  linux("ubuntu2404", "Ubuntu", "24.04", "6.8.0-71-generic"),
  linux("ubuntu2204", "Ubuntu", "22.04", "5.15.0-153-generic"),
  linux("ubuntu2004", "Ubuntu", "20.04", "5.4.0-216-generic"),
  linux("debian12", "Debian GNU/Linux", "12", "6.1.0-38-amd64"),
  linux("debian11", "Debian GNU/Linux", "11", "5.10.0-35-amd64"),
  linux("rhel9", "Red Hat Enterprise Linux", "9.6", "5.14.0-570.32.1.el9_6.x86_64"),
  linux("rhel8", "Red Hat Enterprise Linux", "8.10", "4.18.0-553.69.1.el8_10.x86_64"),
  linux("alma9", "AlmaLinux", "9.6", "5.14.0-570.32.1.el9_6.x86_64"),
  linux("rocky9", "Rocky Linux", "9.5", "5.14.0-503.40.1.el9_5.x86_64"),
  linux("oracle8", "Oracle Linux Server", "8.10", "4.18.0-553.70.1.el8_10.x86_64"),
  linux("sles15", "SLES", "15.6", "6.4.0-150600.23.60-default"),
  linux("freebsd14", "FreeBSD", "14.1", "14.1-RELEASE-p6", {
    family: "freebsd",
    osVersion: "14.1",
    osMajorVersion: "14",
    osMinorVersion: "1",
    processorArchitecture: "amd64",
    secureBootTemplate: null,
    takesVirtualFunction: false,
  }),
  // A vendor image: it runs, has a heartbeat, and reports nothing about itself.
  linux("appliance", "", "", "", {
    family: "appliance",
    generation2: "never",
    secureBootTemplate: null,
    takesVirtualFunction: false,
  }),
];

const BY_KEY = new Map(SYSTEMS.map((system) => [system.key, system]));

/** The guest system with that name. */
export function guestSystem(key: GuestKey): GuestSystem {
  const system = BY_KEY.get(key);
  if (!system) throw new RangeError(`no guest system is called ${key}`);
  return system;
}
