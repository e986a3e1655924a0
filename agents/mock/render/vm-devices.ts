import type { HostPlan } from "../fleet/host-plan.ts";
import type { HostTexts } from "../fleet/host-texts.ts";
import type { HostWiring } from "../fleet/host-wiring.ts";
import type { Offload } from "../fleet/offload.ts";
import type { VmCondition } from "../fleet/vm-condition.ts";
import type { VmPlan } from "../fleet/vm-plan.ts";
import { noise, Random } from "../random.ts";
import type { VmWire } from "./vm-services.ts";

const GIB = 2 ** 30;

type AdapterWire = NonNullable<VmWire["adapters"]>[number];
type DiskWire = NonNullable<VmWire["disks"]>[number];

function folderOf(vm: VmPlan): string {
  const safeName = vm.name.replaceAll(/[<>:"/\\|?*]/g, "_");
  return vm.isClustered
    ? `C:\\ClusterStorage\\CSV0${1 + (vm.seed % 4)}\\${safeName}`
    : `D:\\Hyper-V\\${safeName}`;
}

/** The disks of a VM: the boot disk first, then its data disks, which grow with each revision. */
export function renderDisks(vm: VmPlan, revision: number): DiskWire[] {
  const folder = folderOf(vm);
  const isSecond = vm.generation === 2;
  const isOldFormat = !isSecond && vm.guest.isDownLevel && vm.seed % 4 === 0;
  const isFixed = vm.role.code === "SQL" || vm.role.code === "ORA";
  const bootGib = vm.guest.family === "windows" ? 80 + 40 * (vm.seed % 3) : 32 + 16 * (vm.seed % 3);
  const disk = (
    file: string,
    sizeGib: number,
    place: Pick<DiskWire, "controllerType" | "controllerNumber" | "controllerLocation">,
    salt: number,
  ): DiskWire => {
    const sizeBytes = sizeGib * GIB;
    const usedShare = 0.25 + 0.5 * noise(vm.seed, 3, salt) + 0.002 * (revision % 100);
    const usedBytes =
      isFixed && salt > 0 ? sizeBytes : Math.floor((sizeBytes * Math.min(usedShare, 1)) / 2097152) * 2097152;
    return {
      path: `${folder}\\${file}.${isOldFormat ? "vhd" : "vhdx"}`,
      ...place,
      diskNumber: null,
      vhdFormat: isOldFormat ? "VHD" : "VHDX",
      vhdType: isFixed && salt > 0 ? "Fixed" : "Dynamic",
      sizeBytes,
      fileSizeBytes: usedBytes + 4_194_304,
    };
  };

  const boot = isSecond
    ? { controllerType: "SCSI", controllerNumber: 0, controllerLocation: 0 }
    : { controllerType: "IDE", controllerNumber: 0, controllerLocation: 0 };
  const disks = [disk("os", bootGib, boot, 0)];
  for (let number = 1; number <= vm.dataDisks; number++) {
    const place = {
      controllerType: "SCSI",
      controllerNumber: 0,
      controllerLocation: isSecond ? number : number - 1,
    };
    disks.push(disk(`data${number}`, 64 * (1 + ((vm.seed >>> number) % 8)), place, number));
  }
  return disks;
}

interface Wired {
  readonly host: HostPlan;
  readonly wiring: HostWiring;
  readonly texts: HostTexts;
  readonly condition: VmCondition;
  readonly offload: Offload;
}

/** The network adapters of a VM as its current host would list them. */
export function renderAdapters(vm: VmPlan, wired: Wired): AdapterWire[] {
  const random = new Random(vm.seed, "adapters");
  const isOnInternalSwitch = wired.wiring.internalSwitch !== null && vm.seed % 25 === 0;
  const adapters = [mainAdapter(vm, wired, isOnInternalSwitch, random)];
  if (vm.generation === 1 && vm.flaws.has("network-card-legacy"))
    adapters.push(legacyAdapter(vm, wired, random));
  if (vm.flaws.has("network-card-unplugged")) {
    adapters.push({
      ...plainAdapter(vm, wired, random),
      name: `${wired.texts.networkAdapter} 2`,
      switchId: null,
      switchName: null,
      connected: false,
    });
  }
  return adapters;
}

/** A synthetic adapter without a connection and without assigned resources. */
function plainAdapter(vm: VmPlan, { host, texts, offload }: Wired, random: Random): AdapterWire {
  const has2016 = host.system.build >= 14393;
  return {
    id: `Microsoft:${vm.id.toUpperCase()}\\${random.guid().toUpperCase()}`,
    name: texts.networkAdapter,
    macAddress: `00155D${random.hex(6).toUpperCase()}`,
    dynamicMacAddress: !random.chance(0.15),
    switchId: null,
    switchName: null,
    connected: null,
    isLegacy: false,
    ipAddresses: [],
    vlanId: vm.vlanId,
    status: [],
    iovWeight: 0,
    iovUsage: 0,
    iovQueuePairsRequested: 1,
    iovQueuePairsAssigned: 0,
    vfDataPathActive: false,
    vmqWeight: 100,
    vmqUsage: 0,
    vrssEnabled: has2016 ? false : null,
    vrssEnabledRequested: has2016 ? true : null,
    vmmqEnabled: has2016 ? false : null,
    vmmqEnabledRequested: offload.vmmqRequested,
    vrssMaxQueuePairs: has2016 ? 1 : null,
    vrssMaxQueuePairsRequested: has2016 ? 16 : null,
    rdmaWeight: offload.rdmaWeight === null ? null : 0,
    macAddressSpoofing: "Off",
    portMirroringMode: "None",
    aclCount: 0,
    extendedAclCount: 0,
    virtualSubnetId: 0,
  };
}

function mainAdapter(vm: VmPlan, wired: Wired, isOnInternalSwitch: boolean, random: Random): AdapterWire {
  const { wiring, condition, offload } = wired;
  const target = (isOnInternalSwitch ? wiring.internalSwitch : null) ?? wiring.mainSwitch;
  const adapter: AdapterWire = {
    ...plainAdapter(vm, wired, random),
    switchId: target.id,
    switchName: target.name,
    connected: true,
    ipAddresses: condition.isGuestKnown ? addressesOf(vm) : [],
    status: condition.state === "Running" ? ["Ok"] : [],
    iovWeight: offload.wantsVirtualFunction ? 100 : 0,
    vmqWeight: offload.vmqWeight,
    aclCount: offload.aclCount,
    rdmaWeight: offload.rdmaWeight,
    macAddressSpoofing: vm.role.code === "FW" || vm.role.code === "K8S" ? "On" : "Off",
  };
  if (isOnInternalSwitch) return adapter;
  return {
    ...adapter,
    iovUsage: offload.hasVirtualFunction ? 1 : 0,
    iovQueuePairsAssigned: offload.hasVirtualFunction ? 1 : 0,
    vfDataPathActive: offload.hasVirtualFunction,
    vmqUsage: offload.hasQueue ? 1 : 0,
    vrssEnabled: offload.vrss,
    vmmqEnabled: offload.vmmq,
    vrssMaxQueuePairs: offload.queuePairs,
  };
}

function legacyAdapter(vm: VmPlan, wired: Wired, random: Random): AdapterWire {
  const isConnected = vm.seed % 3 === 0;
  const { mainSwitch } = wired.wiring;
  return {
    ...plainAdapter(vm, wired, random),
    name: wired.texts.legacyNetworkAdapter,
    isLegacy: true,
    connected: isConnected,
    switchId: isConnected ? mainSwitch.id : null,
    switchName: isConnected ? mainSwitch.name : null,
    status: isConnected && wired.condition.state === "Running" ? ["Ok"] : [],
    vmqWeight: 0,
    vrssEnabled: null,
    vrssEnabledRequested: null,
    vmmqEnabled: null,
    vmmqEnabledRequested: null,
    vrssMaxQueuePairs: null,
    vrssMaxQueuePairsRequested: null,
  };
}

/** Addresses that the guest reports through data exchange. */
export function addressesOf(vm: VmPlan): string[] {
  const tail = (vm.seed >>> 0).toString(16).padStart(8, "0");
  return [vm.ip, `fe80::${tail.slice(0, 4)}:${tail.slice(4)}`];
}
