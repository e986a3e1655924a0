import type { GuideSource } from "./page.ts";

function learn(title: string): GuideSource {
  return { title, publisher: "Microsoft Learn" };
}
function powershell(title: string): GuideSource {
  return { title, publisher: "Windows PowerShell reference" };
}
function win32(title: string): GuideSource {
  return { title, publisher: "Win32 reference, Hyper-V WMI provider" };
}
function drivers(title: string): GuideSource {
  return { title, publisher: "Windows hardware developer documentation" };
}

/** The guide's sources, by title and publisher: addresses change, titles can be found. */
export const SOURCES = {
  integrationServices: learn("Hyper-V integration services"),
  manageIntegrationServices: learn("Manage Hyper-V integration services"),
  dataExchange: learn("Hyper-V data exchange service"),
  powershellDirect: learn("Manage Windows virtual machines with PowerShell Direct"),
  hypervSockets: learn("Make your own integration services"),
  protocolMismatch: learn("Protocol version mismatch of VM integration services (KB4014894)"),
  windowsGuests: learn("Supported Windows guest operating systems for Hyper-V"),
  redHatGuests: learn("Supported CentOS and Red Hat Enterprise Linux virtual machines on Hyper-V"),
  ubuntuGuests: learn("Supported Ubuntu virtual machines on Hyper-V"),
  debianGuests: learn("Supported Debian virtual machines on Hyper-V"),
  suseGuests: learn("Supported SUSE virtual machines on Hyper-V"),
  freebsdGuests: learn("Supported FreeBSD virtual machines on Hyper-V"),
  linuxPractice: learn("Best practices for running Linux on Hyper-V"),
  generations: learn("Should I create a generation 1 or 2 virtual machine in Hyper-V?"),
  featureTable: learn("Hyper-V feature compatibility by generation and guest"),
  limits: learn("Plan for Hyper-V scalability in Windows Server"),
  configurationVersions: learn("Upgrade virtual machine version in Hyper-V"),
  whatsNewHyperv: learn("What's new in Hyper-V on Windows Server"),
  whatsNew2025: learn("What's new in Windows Server 2025"),
  removed2022: learn("Features removed or no longer developed starting with Windows Server 2022"),
  shieldedVms: learn("Guarded fabric and shielded VMs overview"),
  virtualDomainControllers: learn("Virtualizing domain controllers using Hyper-V"),
  accurateTime: learn("Accurate time for Windows Server"),
  embeddedTeaming: learn("Remote Direct Memory Access (RDMA) and Switch Embedded Teaming (SET)"),
  networkOffloads: learn("Software and hardware (SH) integrated features and technologies"),
  planVrss: learn("Plan the use of vRSS"),
  vrssQuestions: learn("vRSS frequently asked questions"),
  smbDirect: learn("Improve performance of a file server with SMB Direct"),
  multichannelTrouble: learn("SMB Multichannel troubleshooting"),
  acceleratedNetworking: learn("Accelerated networking in Windows Server"),
  bestPractices: learn("Hyper-V Best Practices Analyzer rules"),
  mbr2gpt: learn("MBR2GPT"),
  storageSpacesDirect: learn("Storage Spaces Direct in guest virtual machine clusters"),
  getVmIntegrationService: powershell("Get-VMIntegrationService"),
  enableVmIntegrationService: powershell("Enable-VMIntegrationService"),
  copyVmFile: powershell("Copy-VMFile"),
  newVmSwitch: powershell("New-VMSwitch"),
  setVmNetworkAdapter: powershell("Set-VMNetworkAdapter"),
  getNetAdapterSriov: powershell("Get-NetAdapterSriov"),
  resizeVhd: powershell("Resize-VHD"),
  importVm: powershell("Import-VM"),
  updateVmVersion: powershell("Update-VMVersion"),
  getScheduledTask: powershell("Get-ScheduledTask"),
  heartbeatComponent: win32("Msvm_HeartbeatComponent"),
  shutdownComponent: win32("Msvm_ShutdownComponent"),
  timeSyncComponent: win32("Msvm_TimeSyncComponent"),
  kvpExchangeComponent: win32("Msvm_KvpExchangeComponent"),
  vssComponent: win32("Msvm_VssComponent"),
  guestFileService: win32("Msvm_GuestFileService"),
  guestCommunicationService: win32("Msvm_GuestCommunicationServiceSettingData"),
  summaryInformation: win32("Msvm_SummaryInformation"),
  portOffload: win32("Msvm_EthernetSwitchPortOffloadSettingData"),
  portRdma: win32("Msvm_EthernetSwitchPortRdmaSettingData"),
  vmmqKeywords: drivers("Standardized INF keywords for VMMQ"),
  offloadKeywords: drivers("Handling SR-IOV, VMQ and RSS standardized INF keywords"),
  vfFailover: drivers("SR-IOV VF failover and live migration support"),
  linuxTools: {
    title: "tools/hv: hv_kvp_daemon, hv_vss_daemon, hv_fcopy_uio_daemon",
    publisher: "Linux kernel",
  },
  linuxUtilities: { title: "drivers/hv/hv_util.c", publisher: "Linux kernel" },
  validateDcb: { title: "Validate-DCB", publisher: "Microsoft, source code" },
} as const satisfies Record<string, GuideSource>;
