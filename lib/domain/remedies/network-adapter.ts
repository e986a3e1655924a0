import type { PhysicalAdapterFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

/** Which physical adapter. */
type Adapter = Pick<PhysicalAdapterFacts, "interfaceGuid">;

const RESTART = "a short interruption of all traffic on the adapter, which restarts";

/** Selects by the adapter's id, which the wire has checked: names are user-defined and change. */
function onAdapter(
  { interfaceGuid }: Adapter,
  command: string,
  { cost, note }: Pick<Remedy, "cost" | "note">,
): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `Get-NetAdapter | Where-Object InterfaceGuid -eq '{${interfaceGuid}}' | ${command}`,
    cost,
    note,
  };
}

function show(adapter: Adapter, cost: string, note: string): Remedy {
  const properties = "Name, InterfaceDescription, DriverProvider, DriverVersionString, DriverDate";
  return onAdapter(adapter, `Select-Object ${properties}`, { cost, note });
}

export function enableSriov(adapter: Adapter): Remedy {
  return onAdapter(adapter, "ForEach-Object { Enable-NetAdapterSriov -Name $_.Name }", {
    cost: RESTART,
    note: "It may also have to be enabled in the adapter's BIOS setup or with the vendor's tool.",
  });
}

export function enableVmq(adapter: Adapter): Remedy {
  return onAdapter(adapter, "ForEach-Object { Enable-NetAdapterVmq -Name $_.Name }", {
    cost: RESTART,
    note: "On old 1 GbE drivers, VMQ was often disabled deliberately because of driver bugs.",
  });
}

export function enableVmmq(adapter: Adapter): Remedy {
  const keyword = "-RegistryKeyword '*RssOnHostVPorts' -RegistryValue 1";
  return onAdapter(adapter, `ForEach-Object { Set-NetAdapterAdvancedProperty -Name $_.Name ${keyword} }`, {
    cost: RESTART,
    note: "Drivers display this property as Virtual Switch RSS.",
  });
}

export function enableRdma(adapter: Adapter): Remedy {
  return onAdapter(adapter, "ForEach-Object { Enable-NetAdapterRdma -Name $_.Name }", {
    cost: RESTART,
    note: "RoCE also needs a lossless traffic class (DCB) on this host and on the physical switches.",
  });
}

/** The loaded driver does not offer the technology at all. */
export function findDriver(adapter: Adapter, technology: string): Remedy {
  return show(
    adapter,
    "new hardware, if no driver for this adapter supports it",
    `This driver does not support ${technology}. A newer vendor driver may; installing it briefly interrupts the adapter.`,
  );
}

const FIRMWARE = "a reboot of the host to change its firmware settings";

/** What the vendor requires, by the reason that Windows gives. */
const SRIOV_ACTIONS = new Map([
  [
    "MissingAcs",
    {
      cost: FIRMWARE,
      note: "The path to the slot lacks PCI Express Access Control Services (ACS). Update the firmware, or move the adapter to a slot attached to the processor.",
    },
  ],
  [
    "MissingPfDriver",
    {
      cost: "a short interruption of the adapter while a driver is installed",
      note: "The loaded driver does not support SR-IOV. Install the vendor's latest driver for this Windows version.",
    },
  ],
  [
    "NoBusResources",
    {
      cost: FIRMWARE,
      note: "The firmware assigns too few PCI bus numbers to the slot. Update the firmware, enable SR-IOV in it, or use another slot.",
    },
  ],
  [
    "NoIoMmuSupport",
    {
      cost: FIRMWARE,
      note: "No I/O memory management unit: enable Intel VT-d or AMD IOMMU in the firmware. SR-IOV is not possible without this hardware.",
    },
  ],
  [
    "NoVfBarSpace",
    {
      cost: FIRMWARE,
      note: "The firmware reserves too little memory address space for virtual functions. Enable memory-mapped I/O above 4 GB, or reduce the number of functions.",
    },
  ],
  [
    "NoOscSupport",
    {
      cost: FIRMWARE,
      note: "The firmware does not give Windows control of PCI Express (_OSC). Update the firmware, and enable SR-IOV in it.",
    },
  ],
]);

export function mendSriovSupport(adapter: Adapter & Pick<PhysicalAdapterFacts, "sriov">): Remedy {
  const action = SRIOV_ACTIONS.get(adapter.sriov?.support ?? "") ?? {
    cost: FIRMWARE,
    note: "The adapter offers no virtual functions. Enable SR-IOV in the adapter's own setup and in the host's firmware.",
  };
  const showSupport = "ForEach-Object { Get-NetAdapterSriov -Name $_.Name | Format-List * }";
  return onAdapter(adapter, showSupport, action);
}
