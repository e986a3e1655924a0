import type { PhysicalAdapterFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

/** Which physical adapter. */
type Adapter = Pick<PhysicalAdapterFacts, "interfaceGuid">;

const RESTART = "a short break of everything on the adapter, which restarts";

/** Selects by the adapter's id, which the wire has checked: names are chosen by people, and change. */
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
    note: "The vendor's setup may have to allow it as well: a BIOS page of the adapter, or the vendor's tool.",
  });
}

export function enableVmq(adapter: Adapter): Remedy {
  return onAdapter(adapter, "ForEach-Object { Enable-NetAdapterVmq -Name $_.Name }", {
    cost: RESTART,
    note: "On old 1 GbE drivers it was switched off on purpose, because of their faults.",
  });
}

export function enableVmmq(adapter: Adapter): Remedy {
  const keyword = "-RegistryKeyword '*RssOnHostVPorts' -RegistryValue 1";
  return onAdapter(adapter, `ForEach-Object { Set-NetAdapterAdvancedProperty -Name $_.Name ${keyword} }`, {
    cost: RESTART,
    note: "Drivers show the property as Virtual Switch RSS.",
  });
}

export function enableRdma(adapter: Adapter): Remedy {
  return onAdapter(adapter, "ForEach-Object { Enable-NetAdapterRdma -Name $_.Name }", {
    cost: RESTART,
    note: "RoCE also needs a lossless class (DCB) on this host and on the physical switches.",
  });
}

/** The driver that is loaded does not offer the technology at all. */
export function findDriver(adapter: Adapter, technology: string): Remedy {
  return show(
    adapter,
    "new hardware, where no driver of this adapter offers it",
    `This driver offers no ${technology}. A newer one from the vendor may, with a short break of the adapter while it is installed.`,
  );
}

const FIRMWARE = "a reboot of the host, to change its firmware's setup";

/** What the vendor asks for, by the reason that Windows gives. */
const SRIOV_ACTIONS = new Map([
  [
    "MissingAcs",
    {
      cost: FIRMWARE,
      note: "The path to the slot lacks PCI Express access control (ACS). Update the firmware, or move the adapter to a slot at the processor.",
    },
  ],
  [
    "MissingPfDriver",
    {
      cost: "a short break of the adapter, while a driver is installed",
      note: "The driver that is loaded cannot do SR-IOV. Install the vendor's newest driver for this Windows version.",
    },
  ],
  [
    "NoBusResources",
    {
      cost: FIRMWARE,
      note: "The firmware gives the slot too few PCI bus numbers. Update the firmware, switch SR-IOV on in it, or use another slot.",
    },
  ],
  [
    "NoIoMmuSupport",
    {
      cost: FIRMWARE,
      note: "No I/O memory management: switch Intel VT-d or AMD IOMMU on in the firmware. Without such hardware there is no SR-IOV.",
    },
  ],
  [
    "NoVfBarSpace",
    {
      cost: FIRMWARE,
      note: "The firmware keeps too little memory address space for virtual functions. Switch memory-mapped I/O above 4 GB on, or lower the number of functions.",
    },
  ],
  [
    "NoOscSupport",
    {
      cost: FIRMWARE,
      note: "The firmware does not hand PCI Express over to Windows (_OSC). Update the firmware, and switch SR-IOV on in it.",
    },
  ],
]);

export function mendSriovSupport(adapter: Adapter & Pick<PhysicalAdapterFacts, "sriov">): Remedy {
  const action = SRIOV_ACTIONS.get(adapter.sriov?.support ?? "") ?? {
    cost: FIRMWARE,
    note: "The adapter offers no virtual function. Switch SR-IOV on in its own setup and in the host's firmware.",
  };
  const showSupport = "ForEach-Object { Get-NetAdapterSriov -Name $_.Name | Format-List * }";
  return onAdapter(adapter, showSupport, action);
}
