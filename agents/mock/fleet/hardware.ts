const GIB = 2 ** 30;

/** The hardware of a host. */
export interface Hardware {
  readonly manufacturer: string;
  readonly model: string;
  readonly processorName: string;
  readonly cores: number;
  readonly logicalProcessors: number;
  readonly memoryBytes: number;
}

export type HardwareKey =
  | "dell-r750"
  | "dell-r660"
  | "hpe-dl380-gen10"
  | "lenovo-sr650"
  | "fujitsu-rx2540"
  | "dell-r720"
  | "hpe-microserver"
  | "nested";

export const HARDWARE: Readonly<Record<HardwareKey, Hardware>> = {
  "dell-r750": {
    manufacturer: "Dell Inc.",
    model: "PowerEdge R750",
    processorName: "Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz",
    cores: 48,
    logicalProcessors: 96,
    memoryBytes: 1024 * GIB,
  },
  "dell-r660": {
    manufacturer: "Dell Inc.",
    model: "PowerEdge R660",
    processorName: "INTEL(R) XEON(R) GOLD 6526Y",
    cores: 32,
    logicalProcessors: 64,
    memoryBytes: 1536 * GIB,
  },
  "hpe-dl380-gen10": {
    manufacturer: "HPE",
    model: "ProLiant DL380 Gen10",
    processorName: "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz",
    cores: 48,
    logicalProcessors: 96,
    memoryBytes: 768 * GIB,
  },
  "lenovo-sr650": {
    manufacturer: "Lenovo",
    model: "ThinkSystem SR650 V3",
    processorName: "AMD EPYC 9354 32-Core Processor",
    cores: 64,
    logicalProcessors: 128,
    memoryBytes: 1024 * GIB,
  },
  "fujitsu-rx2540": {
    manufacturer: "FUJITSU",
    model: "PRIMERGY RX2540 M5",
    processorName: "Intel(R) Xeon(R) Silver 4216 CPU @ 2.10GHz",
    cores: 32,
    logicalProcessors: 64,
    memoryBytes: 384 * GIB,
  },
  "dell-r720": {
    manufacturer: "Dell Inc.",
    model: "PowerEdge R720",
    processorName: "Intel(R) Xeon(R) CPU E5-2680 v2 @ 2.80GHz",
    cores: 20,
    logicalProcessors: 40,
    memoryBytes: 256 * GIB,
  },
  "hpe-microserver": {
    manufacturer: "HPE",
    model: "ProLiant MicroServer Gen10 Plus",
    processorName: "Intel(R) Xeon(R) E-2224 CPU @ 3.40GHz",
    cores: 4,
    logicalProcessors: 4,
    memoryBytes: 64 * GIB,
  },
  nested: {
    manufacturer: "Microsoft Corporation",
    model: "Virtual Machine",
    processorName: "Intel(R) Xeon(R) Gold 6342 CPU @ 2.80GHz",
    cores: 8,
    logicalProcessors: 16,
    memoryBytes: 128 * GIB,
  },
};
