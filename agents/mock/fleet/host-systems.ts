/** The data that a Windows Server with Hyper-V reports about itself. */
export interface HostSystem {
  readonly key: HostSystemKey;
  readonly caption: string;
  readonly version: string;
  readonly build: number;
  readonly ubr: number;
  readonly sku: number;
  readonly psVersion: string;
  readonly moduleVersion: string;
  /** Configuration versions that this build lists, oldest first. */
  readonly vmVersions: readonly string[];
  /** Version of a VM created on this build. */
  readonly newestVmVersion: string;
  /** Version of VMs that came from older hosts. */
  readonly olderVmVersions: readonly string[];
}

export type HostSystemKey = "2012r2" | "2016" | "2019" | "2022" | "2025";

const SINCE_2016 = ["5.0", "6.2", "7.0", "7.1", "8.0"];
const SINCE_2022 = ["8.0", "8.1", "8.2", "8.3", "9.0", "9.1", "9.2", "9.3", "10.0"];

export const HOST_SYSTEMS: Readonly<Record<HostSystemKey, HostSystem>> = {
  "2012r2": {
    key: "2012r2",
    caption: "Microsoft Windows Server 2012 R2 Datacenter",
    version: "6.3.9600",
    build: 9600,
    ubr: 22523,
    sku: 8,
    psVersion: "5.1.14409.1018",
    moduleVersion: "1.1",
    vmVersions: ["5.0"],
    newestVmVersion: "5.0",
    olderVmVersions: ["5.0"],
  },
  "2016": {
    key: "2016",
    caption: "Microsoft Windows Server 2016 Datacenter",
    version: "10.0.14393",
    build: 14393,
    ubr: 8422,
    sku: 8,
    psVersion: "5.1.14393.7426",
    moduleVersion: "2.0.0.0",
    vmVersions: SINCE_2016,
    newestVmVersion: "8.0",
    olderVmVersions: ["5.0"],
  },
  "2019": {
    key: "2019",
    caption: "Microsoft Windows Server 2019 Datacenter",
    version: "10.0.17763",
    build: 17763,
    ubr: 7919,
    sku: 8,
    psVersion: "5.1.17763.7919",
    moduleVersion: "2.0.0.0",
    vmVersions: [...SINCE_2016, "8.1", "8.2", "8.3", "9.0"],
    newestVmVersion: "9.0",
    olderVmVersions: ["8.0", "8.0", "5.0"],
  },
  "2022": {
    key: "2022",
    caption: "Microsoft Windows Server 2022 Datacenter",
    version: "10.0.20348",
    build: 20348,
    ubr: 4294,
    sku: 8,
    psVersion: "5.1.20348.4294",
    moduleVersion: "2.0.0.0",
    vmVersions: [...SINCE_2022, "254.0", "255.0"],
    newestVmVersion: "10.0",
    olderVmVersions: ["9.0", "9.0", "8.0"],
  },
  "2025": {
    key: "2025",
    caption: "Microsoft Windows Server 2025 Datacenter",
    version: "10.0.26100",
    build: 26100,
    ubr: 7092,
    sku: 8,
    psVersion: "5.1.26100.7092",
    moduleVersion: "2.0.0.0",
    vmVersions: [...SINCE_2022, "11.0", "12.0", "254.0", "255.0"],
    newestVmVersion: "12.0",
    olderVmVersions: ["10.0", "10.0", "9.0"],
  },
};
