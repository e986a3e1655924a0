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

/** The network connection of a host's VMs. */
export interface Uplink {
  readonly adapter: AdapterModel;
  readonly ports: number;
  readonly teaming: "set" | "lbfo" | "none";
  /** Whether the machine itself supports SR-IOV. */
  readonly iovPlatform: boolean;
  readonly iovSwitch: boolean;
  /** Host adapters on the switch that carry storage, with RDMA on or off. */
  readonly storage: "rdma" | "plain" | "none";
  readonly dcb: "configured" | "installed" | "absent";
  /** A different model or driver in the second port. */
  readonly secondAdapter?: AdapterModel;
  /** Features disabled on the adapters or on the host. */
  readonly isOff?: "sr-iov" | "vmq" | "multichannel" | "network-direct";
}

export type UplinkKey =
  | "connectx6-roce"
  | "connectx6-roce-without-dcb"
  | "connectx6-lbfo"
  | "connectx5-plain"
  | "connectx5-iov"
  | "connectx5-few-functions"
  | "connectx5-iov-off"
  | "e810-iwarp"
  | "e810-two-drivers"
  | "e810-plain-storage"
  | "e810-without-multichannel"
  | "e810-without-network-direct"
  | "x710-set"
  | "x710-without-vmmq"
  | "x710-without-vmq"
  | "x520-lbfo"
  | "i350-set"
  | "i350-on-able-machine"
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

const CONNECTX5_IOV: Uplink = {
  adapter: CONNECTX5,
  ports: 2,
  teaming: "set",
  iovPlatform: true,
  iovSwitch: true,
  storage: "rdma",
  dcb: "configured",
};

const E810_IWARP: Uplink = {
  adapter: E810,
  ports: 2,
  teaming: "set",
  iovPlatform: true,
  iovSwitch: true,
  storage: "rdma",
  dcb: "installed",
};

const X710_SET: Uplink = {
  adapter: X710,
  ports: 2,
  teaming: "set",
  iovPlatform: false,
  iovSwitch: false,
  storage: "plain",
  dcb: "absent",
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
  "connectx6-lbfo": {
    adapter: CONNECTX6,
    ports: 2,
    teaming: "lbfo",
    iovPlatform: true,
    iovSwitch: false,
    storage: "none",
    dcb: "absent",
  },
  "connectx5-plain": { ...CONNECTX5_IOV, iovSwitch: false },
  "connectx5-iov": CONNECTX5_IOV,
  // The firmware has its factory settings.
  "connectx5-few-functions": { ...CONNECTX5_IOV, adapter: { ...CONNECTX5, virtualFunctions: 2 } },
  "connectx5-iov-off": { ...CONNECTX5_IOV, isOff: "sr-iov" },
  "e810-iwarp": E810_IWARP,
  "e810-two-drivers": {
    ...E810_IWARP,
    secondAdapter: { ...E810, driverVersion: "1.11.44.0", driverDate: "2022-03-09T00:00:00Z" },
  },
  "e810-plain-storage": { ...E810_IWARP, storage: "plain" },
  "e810-without-multichannel": { ...E810_IWARP, isOff: "multichannel" },
  "e810-without-network-direct": { ...E810_IWARP, isOff: "network-direct" },
  "x710-set": X710_SET,
  "x710-without-vmmq": { ...X710_SET, adapter: { ...X710, rssOnHostVPorts: 0 } },
  "x710-without-vmq": { ...X710_SET, isOff: "vmq" },
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
  "i350-on-able-machine": {
    adapter: I350,
    ports: 2,
    teaming: "set",
    iovPlatform: true,
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
