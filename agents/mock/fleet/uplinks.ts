/** A physical adapter as its driver describes it. A count of 0 or `null` means that its cmdlet does not list the device. */
export interface AdapterModel {
  readonly description: string;
  readonly provider: string;
  readonly driverVersion: string;
  readonly driverDate: string;
  readonly speedGbps: number;
  readonly virtualFunctions: number;
  readonly rdmaQueuePairs: number;
  /** `*NetworkDirectTechnology`: 1 iWARP, 4 RoCEv2. */
  readonly rdmaTechnology: 1 | 4 | null;
  readonly rssQueues: number;
  readonly vmqQueues: number;
  /** `*RssOnHostVPorts`; `null` when the driver has no such keyword. */
  readonly rssOnHostVPorts: 0 | 1 | null;
}

/** How the VMs of a host reach the network. */
export interface Uplink {
  readonly adapter: AdapterModel;
  readonly ports: number;
  readonly teaming: "set" | "lbfo" | "none";
  /** Whether the machine itself lets virtual functions be handed out. */
  readonly iovPlatform: boolean;
  readonly iovSwitch: boolean;
  /** Host adapters on the switch that carry storage, with RDMA on or off. */
  readonly storage: "rdma" | "plain" | "none";
  readonly dcb: "configured" | "installed" | "absent";
}

export type UplinkKey =
  | "connectx6-roce"
  | "connectx6-roce-without-dcb"
  | "connectx5-iov"
  | "e810-iwarp"
  | "x710-set"
  | "x520-lbfo"
  | "i350-set"
  | "broadcom-single"
  | "nested";

const CONNECTX6: AdapterModel = {
  description: "Mellanox ConnectX-6 Lx Adapter",
  provider: "Mellanox Technologies Ltd.",
  driverVersion: "24.7.26520.0",
  driverDate: "2024-09-10T00:00:00Z",
  speedGbps: 25,
  virtualFunctions: 64,
  rdmaQueuePairs: 16_384,
  rdmaTechnology: 4,
  rssQueues: 8,
  vmqQueues: 125,
  rssOnHostVPorts: 1,
};

const CONNECTX5: AdapterModel = {
  ...CONNECTX6,
  description: "Mellanox ConnectX-5 Adapter",
  driverVersion: "3.10.51000.0",
  driverDate: "2023-11-20T00:00:00Z",
};

const E810: AdapterModel = {
  description: "Intel(R) Ethernet Network Adapter E810-XXV-2",
  provider: "Intel",
  driverVersion: "1.16.62.0",
  driverDate: "2024-07-22T00:00:00Z",
  speedGbps: 25,
  virtualFunctions: 64,
  rdmaQueuePairs: 8_192,
  rdmaTechnology: 1,
  rssQueues: 16,
  vmqQueues: 62,
  rssOnHostVPorts: 1,
};

const X710: AdapterModel = {
  description: "Intel(R) Ethernet Converged Network Adapter X710-2",
  provider: "Intel",
  driverVersion: "1.14.115.0",
  driverDate: "2021-04-12T00:00:00Z",
  speedGbps: 10,
  virtualFunctions: 32,
  rdmaQueuePairs: 0,
  rdmaTechnology: null,
  rssQueues: 16,
  vmqQueues: 63,
  rssOnHostVPorts: 1,
};

const X520: AdapterModel = {
  description: "Intel(R) Ethernet Server Adapter X520-2",
  provider: "Intel",
  driverVersion: "4.1.246.0",
  driverDate: "2021-11-16T00:00:00Z",
  speedGbps: 10,
  virtualFunctions: 62,
  rdmaQueuePairs: 0,
  rdmaTechnology: null,
  rssQueues: 16,
  vmqQueues: 63,
  rssOnHostVPorts: null,
};

export const I350: AdapterModel = {
  description: "Intel(R) I350 Gigabit Network Connection",
  provider: "Intel",
  driverVersion: "12.18.13.0",
  driverDate: "2020-06-30T00:00:00Z",
  speedGbps: 1,
  virtualFunctions: 0,
  rdmaQueuePairs: 0,
  rdmaTechnology: null,
  rssQueues: 8,
  vmqQueues: 7,
  rssOnHostVPorts: null,
};

export const BROADCOM: AdapterModel = {
  description: "Broadcom NetXtreme Gigabit Ethernet",
  provider: "Microsoft",
  driverVersion: "214.0.0.0",
  driverDate: "2018-10-18T00:00:00Z",
  speedGbps: 1,
  virtualFunctions: 0,
  rdmaQueuePairs: 0,
  rdmaTechnology: null,
  rssQueues: 4,
  vmqQueues: 15,
  rssOnHostVPorts: null,
};

const NESTED: AdapterModel = {
  description: "Microsoft Hyper-V Network Adapter",
  provider: "Microsoft",
  driverVersion: "10.0.20348.1",
  driverDate: "2006-06-21T00:00:00Z",
  speedGbps: 25,
  virtualFunctions: 0,
  rdmaQueuePairs: 0,
  rdmaTechnology: null,
  rssQueues: 8,
  vmqQueues: 0,
  rssOnHostVPorts: null,
};

export const UPLINKS: Readonly<Record<UplinkKey, Uplink>> = {
  "connectx6-roce": {
    adapter: CONNECTX6,
    ports: 2,
    teaming: "set",
    iovPlatform: true,
    iovSwitch: false,
    storage: "rdma",
    dcb: "configured",
  },
  "connectx6-roce-without-dcb": {
    adapter: CONNECTX6,
    ports: 2,
    teaming: "set",
    iovPlatform: true,
    iovSwitch: false,
    storage: "rdma",
    dcb: "absent",
  },
  "connectx5-iov": {
    adapter: CONNECTX5,
    ports: 2,
    teaming: "set",
    iovPlatform: true,
    iovSwitch: true,
    storage: "rdma",
    dcb: "configured",
  },
  "e810-iwarp": {
    adapter: E810,
    ports: 2,
    teaming: "set",
    iovPlatform: true,
    iovSwitch: true,
    storage: "rdma",
    dcb: "installed",
  },
  "x710-set": {
    adapter: X710,
    ports: 2,
    teaming: "set",
    iovPlatform: false,
    iovSwitch: false,
    storage: "plain",
    dcb: "absent",
  },
  "x520-lbfo": {
    adapter: X520,
    ports: 2,
    teaming: "lbfo",
    iovPlatform: false,
    iovSwitch: false,
    storage: "none",
    dcb: "absent",
  },
  "i350-set": {
    adapter: I350,
    ports: 2,
    teaming: "set",
    iovPlatform: false,
    iovSwitch: false,
    storage: "none",
    dcb: "absent",
  },
  "broadcom-single": {
    adapter: BROADCOM,
    ports: 1,
    teaming: "none",
    iovPlatform: false,
    iovSwitch: false,
    storage: "none",
    dcb: "absent",
  },
  nested: {
    adapter: NESTED,
    ports: 1,
    teaming: "none",
    iovPlatform: false,
    iovSwitch: false,
    storage: "none",
    dcb: "absent",
  },
};
