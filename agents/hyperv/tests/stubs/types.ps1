# Enums of the Hyper-V module with their documented numbers, and the types of cmdlet properties.
enum OnOffState { On = 0; Off = 1 }
enum VMState {
    Other = 1; Running = 2; Off = 3; Stopping = 4; Saved = 6; Paused = 9; Starting = 10; Reset = 11; Saving = 32773; Pausing = 32776
    Resuming = 32777; FastSaved = 32779; FastSaving = 32780; ForceShutdown = 32781; ForceReboot = 32782; Hibernated = 32783
    ComponentServicing = 32784; RunningCritical = 32785; OffCritical = 32786; StoppingCritical = 32787; SavedCritical = 32788
    PausedCritical = 32789; StartingCritical = 32790; ResetCritical = 32791; SavingCritical = 32792; PausingCritical = 32793
    ResumingCritical = 32794; FastSavedCritical = 32795; FastSavingCritical = 32796
}
enum VMOperationalStatus {
    Ok = 2; Degraded = 3; PredictiveFailure = 5; InService = 11; Dormant = 15; SupportingEntityInError = 16; ApplyingSnapshot = 23769
    CreatingSnapshot = 32768; DeletingSnapshot = 32770; WaitingToStart = 32771; MergingDisks = 32772; ExportingVirtualMachine = 32773
    MigratingVirtualMachine = 32774; BackingUpVirtualMachine = 32776; ModifyingUpVirtualMachine = 32777; StorageMigrationPhaseOne = 32778
    StorageMigrationPhaseTwo = 32779; MigratingPlannedVm = 32780; CheckingCompatibility = 32781; ApplicationCriticalState = 32782
    CommunicationTimedOut = 32783; CommunicationFailed = 32784; NoIommu = 32785; NoIovSupportInNic = 32786; SwitchNotInIovMode = 32787
    IovBlockedByPolicy = 32788; IovNoAvailResources = 32789; IovGuestDriversNeeded = 32790; CriticalIoError = 32795
}
enum VMHeartbeatStatus {
    Unknown = 0; Disabled = 1; NoContact = 2; Error = 3; LostCommunication = 4; OkApplicationsUnknown = 5; OkApplicationsHealthy = 6
    OkApplicationsCritical = 7; Paused = 8
}
enum VMIntegrationComponentOperationalStatus {
    Ok = 2; Degraded = 3; Error = 6; NonRecoverableError = 7; NoContact = 12; LostCommunication = 13; ProtocolMismatch = 32775
    ApplicationCritical = 32782; CommunicationTimedOut = 32783; CommunicationFailed = 32784; Disabled = 32896
}
enum VMNetworkAdapterOperationalStatus {
    Unknown = 0; Other = 1; Ok = 2; Degraded = 3; Stressed = 4; PredictiveFailure = 5; Error = 6; NonRecoverableError = 7; Starting = 8
    Stopping = 9; Stopped = 10; InService = 11; NoContact = 12; LostCommunication = 13; Aborted = 14; Dormant = 15; SupportingEntity = 16
    Completed = 17; PowerMode = 18; ProtocolVersion = 32775
}
enum VirtualMachineType { Realized = 3; Planned = 4 }
enum VirtualMachineSubType { Unknown = 0; Generation1 = 1; Generation2 = 2 }
enum StartAction { Nothing = 2; StartIfRunning = 3; Start = 4 }
enum StopAction { TurnOff = 2; Save = 3; ShutDown = 4 }
enum CheckpointType { Disabled = 2; Production = 3; ProductionOnly = 4; Standard = 5 }
enum VMReplicationMode { None = 0; Primary = 1; Replica = 2; TestReplica = 3; ExtendedReplica = 4 }
enum VMReplicationHealthState { NotApplicable = 0; Normal = 1; Warning = 2; Critical = 3 }
enum VMSwitchType { Private = 0; Internal = 1; External = 2 }
enum VMSwitchBandwidthMode { Default = 0; Weight = 1; Absolute = 2; None = 3 }
enum VMSwitchExtensionType { Unknown = 0; Capture = 1; Filter = 2; Forwarding = 3; Monitoring = 4; Native = 5 }
enum VMNetworkAdapterVlanMode { Untagged = 0; Access = 1; Trunk = 2; Private = 3 }
enum VMNetworkAdapterPortMirroringMode { None = 0; Destination = 1; Source = 2 }
enum VMMigrationPerformance { TCPIP = 0; Compression = 1; SMB = 2 }
enum ControllerType { IDE = 0; SCSI = 1; PMEM = 2 }
enum DvdMediaType { None = 0; ISO = 1; PassThrough = 2 }
enum VhdFormat { Unknown = 0; VHD = 2; VHDX = 3; VHDSet = 4 }
enum VhdType { Unknown = 0; Fixed = 2; Dynamic = 3; Differencing = 4 }
enum SnapshotType { Standard = 0; Recovery = 1; Planned = 2; Missing = 5; Replica = 6; AppConsistentReplica = 7; SyncedReplica = 8 }
enum SettingState { Disabled = 0; Enabled = 1 }
enum AcrossSubnets { Blocked = 0; Allowed = 1 }

$adapter = @{
    SwitchId = 'guid'; VMId = 'guid'; VMSnapshotId = 'guid'; Status = 'VMNetworkAdapterOperationalStatus'; 'VlanSetting.OperationMode' = 'VMNetworkAdapterVlanMode'
    IovWeight = 'uint32'; VMQWeight = 'uint32'; IovQueuePairsRequested = 'uint32'; IovQueuePairsAssigned = 'uint32'
    MacAddressSpoofing = 'OnOffState'; DhcpGuard = 'OnOffState'; RouterGuard = 'OnOffState'; AllowTeaming = 'OnOffState'; IeeePriorityTag = 'OnOffState'
    DeviceNaming = 'OnOffState'; PortMirroringMode = 'VMNetworkAdapterPortMirroringMode'
}
$smbConnection = @{ ClientInterfaceIndex = 'uint32'; SmbInstance = 'uint32'; CurrentChannels = 'uint64'; MaxChannels = 'uint64' }
$smbInterface = @{ InterfaceIndex = 'uint32'; LinkSpeed = 'uint64' }
@{
    enums  = @{
        OnOffState = [OnOffState]; VMState = [VMState]; VMOperationalStatus = [VMOperationalStatus]; VMHeartbeatStatus = [VMHeartbeatStatus]
        VMIntegrationComponentOperationalStatus = [VMIntegrationComponentOperationalStatus]; VMNetworkAdapterOperationalStatus = [VMNetworkAdapterOperationalStatus]
        VirtualMachineType = [VirtualMachineType]; VirtualMachineSubType = [VirtualMachineSubType]; StartAction = [StartAction]; StopAction = [StopAction]
        CheckpointType = [CheckpointType]; VMReplicationMode = [VMReplicationMode]; VMReplicationHealthState = [VMReplicationHealthState]
        VMSwitchType = [VMSwitchType]; VMSwitchBandwidthMode = [VMSwitchBandwidthMode]; VMSwitchExtensionType = [VMSwitchExtensionType]
        VMNetworkAdapterVlanMode = [VMNetworkAdapterVlanMode]; VMNetworkAdapterPortMirroringMode = [VMNetworkAdapterPortMirroringMode]
        VMMigrationPerformance = [VMMigrationPerformance]; ControllerType = [ControllerType]; DvdMediaType = [DvdMediaType]
        VhdFormat = [VhdFormat]; VhdType = [VhdType]; SnapshotType = [SnapshotType]; SettingState = [SettingState]; AcrossSubnets = [AcrossSubnets]
    }
    shapes = @{
        'Get-VM'                            = @{
            Id = 'guid'; ParentSnapshotId = 'guid'; State = 'VMState'; Heartbeat = 'VMHeartbeatStatus'; OperationalStatus = 'VMOperationalStatus'
            PrimaryOperationalStatus = 'VMOperationalStatus'; SecondaryOperationalStatus = 'VMOperationalStatus'; VirtualMachineType = 'VirtualMachineType'
            VirtualMachineSubType = 'VirtualMachineSubType'; AutomaticStartAction = 'StartAction'; AutomaticStopAction = 'StopAction'; CheckpointType = 'CheckpointType'
            ReplicationMode = 'VMReplicationMode'; ReplicationHealth = 'VMReplicationHealthState'; ProcessorCount = 'int64'; MemoryStartup = 'int64'
            MemoryMinimum = 'int64'; MemoryMaximum = 'int64'; MemoryAssigned = 'int64'; MemoryDemand = 'int64'
        }
        'Get-VMIntegrationService'          = @{
            VMId = 'guid'; VMSnapshotId = 'guid'; OperationalStatus = 'VMIntegrationComponentOperationalStatus'
            PrimaryOperationalStatus = 'VMIntegrationComponentOperationalStatus'; SecondaryOperationalStatus = 'VMIntegrationComponentOperationalStatus'
        }
        'Get-VMNetworkAdapter'              = $adapter
        'Get-VMNetworkAdapter_ManagementOS' = $adapter
        'Get-VMSwitch'                      = @{
            Id = 'guid'; SwitchType = 'VMSwitchType'; NetAdapterInterfaceGuid = 'guid'; BandwidthReservationMode = 'VMSwitchBandwidthMode'
            'Extensions.ExtensionType' = 'VMSwitchExtensionType'; IovVirtualFunctionCount = 'uint32'; AvailableVMQueues = 'uint32'
        }
        'Get-VMHost'                        = @{ MemoryCapacity = 'int64'; VirtualMachineMigrationPerformanceOption = 'VMMigrationPerformance' }
        'Get-VMFirmware'                    = @{ VMId = 'guid'; SecureBoot = 'OnOffState'; PauseAfterBootFailure = 'OnOffState' }
        'Get-VMProcessor'                   = @{ VMId = 'guid'; Count = 'int64' }
        'Get-VMHardDiskDrive'               = @{ VMId = 'guid'; ControllerType = 'ControllerType' }
        'Get-VMDvdDrive'                    = @{ VMId = 'guid'; ControllerType = 'ControllerType'; DvdMediaType = 'DvdMediaType' }
        'Get-VMFloppyDiskDrive'             = @{ VMId = 'guid' }
        'Get-VMComPort'                     = @{ VMId = 'guid'; DebuggerMode = 'OnOffState' }
        'Get-VMRemoteFx3dVideoAdapter'      = @{ VMId = 'guid' }
        'Get-VMSnapshot'                    = @{ Id = 'guid'; VMId = 'guid'; SnapshotType = 'SnapshotType' }
        'Get-VHD'                           = @{ VhdFormat = 'VhdFormat'; VhdType = 'VhdType'; FileSize = 'uint64'; Size = 'uint64' }
        # CIM classes return unsigned numbers; whether a number is converted to a name differs between versions of Windows.
        'Get-NetAdapter'                    = @{ InterfaceIndex = 'uint32'; ReceiveLinkSpeed = 'uint64'; TransmitLinkSpeed = 'uint64' }
        'Get-NetAdapterSriov'               = @{ SriovSupport = 'uint32'; NumVFs = 'uint32'; NumAllocatedVFs = 'uint32' }
        'Get-NetAdapterRdma'                = @{ MaxQueuePairCount = 'uint32' }
        'Get-NetAdapterRss'                 = @{ NumberOfReceiveQueues = 'uint32'; Profile = 'uint32'; MaxProcessors = 'uint32' }
        'Get-NetAdapterVmq'                 = @{ NumberOfReceiveQueues = 'uint32' }
        'Get-NetOffloadGlobalSetting'       = @{ ReceiveSideScaling = 'SettingState'; NetworkDirect = 'SettingState'; NetworkDirectAcrossIPSubnets = 'AcrossSubnets' }
        'Get-SmbClientNetworkInterface'     = $smbInterface
        'Get-SmbServerNetworkInterface'     = $smbInterface
        'Get-SmbMultichannelConnection'     = $smbConnection
        'Get-SmbMultichannelConnection_CSV' = $smbConnection
        'Get-SmbMultichannelConnection_SBL' = $smbConnection
        'Win32_OperatingSystem'             = @{ OperatingSystemSKU = 'uint32'; ProductType = 'uint32' }
        'Win32_ComputerSystem'              = @{ TotalPhysicalMemory = 'uint64' }
    }
}
