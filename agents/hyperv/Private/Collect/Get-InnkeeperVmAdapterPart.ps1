function Get-InnkeeperVmAdapterPart {
    <#
    .SYNOPSIS
        Reads the network adapters by VM id. The guest RDMA weight comes from one CIM query for all: its cmdlet takes one adapter per call.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Filled while reading, so that a property that hangs does not lose what was read before it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    if ($Vm.Count -eq 0) { return New-InnkeeperReading $Progress $problems }
    $rows = (Read-InnkeeperRow 'Get-VMNetworkAdapter' { Hyper-V\Get-VMNetworkAdapter -VM $Vm } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    $lists = Group-InnkeeperRow $rows $Vm 'Get-VMNetworkAdapter' $problems

    $weights = @{}
    $settings = (Read-InnkeeperRow 'Msvm_EthernetSwitchPortRdmaSettingData' { CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_EthernetSwitchPortRdmaSettingData } (New-InnkeeperIgnoredProblem)).rows
    foreach ($row in $settings) {
        # "Microsoft:<VM>\<adapter>\..." begins with the adapter's own id.
        $pieces = ([string] (Get-InnkeeperProperty $row 'InstanceID')).Split('\')
        if ($pieces.Count -ge 2) { $weights["$($pieces[0])\$($pieces[1])".ToLowerInvariant()] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'RdmaOffloadWeight') }
    }
    $fields = [ordered]@{
        id                         = 'device', 'Id'
        name                       = 'text', 'Name'
        macAddress                 = 'mac', 'MacAddress'
        dynamicMacAddress          = 'flag', 'DynamicMacAddressEnabled'
        switchId                   = 'guid', 'SwitchId'
        switchName                 = 'text', 'SwitchName'
        connected                  = 'flag', 'Connected'
        isLegacy                   = 'flag', 'IsLegacy'
        ipAddresses                = 'texts', 'IPAddresses'
        status                     = 'texts', 'Status'
        iovWeight                  = 'integer', 'IovWeight'
        iovUsage                   = 'integer', 'IovUsage'
        iovQueuePairsRequested     = 'integer', 'IovQueuePairsRequested'
        iovQueuePairsAssigned      = 'integer', 'IovQueuePairsAssigned'
        vfDataPathActive           = 'flag', 'VFDataPathActive'
        vmqWeight                  = 'integer', 'VMQWeight'
        vmqUsage                   = 'integer', 'VmqUsage'
        vrssEnabled                = 'flag', 'VrssEnabled'
        vrssEnabledRequested       = 'flag', 'VrssEnabledRequested'
        vmmqEnabled                = 'flag', 'VmmqEnabled'
        vmmqEnabledRequested       = 'flag', 'VmmqEnabledRequested'
        # Windows Server 2016 calls these VmmqQueuePairs; if both names exist, the newer one is used.
        vrssMaxQueuePairs          = 'integer', 'VmmqQueuePairs'
        vrssMaxQueuePairsRequested = 'integer', 'VmmqQueuePairsRequested'
        macAddressSpoofing         = 'name', 'MacAddressSpoofing'
        portMirroringMode          = 'name', 'PortMirroringMode'
        aclCount                   = 'count', 'AclList'
        extendedAclCount           = 'count', 'ExtendedAclList'
        virtualSubnetId            = 'integer', 'VirtualSubnetId'
    }
    $newer = [ordered]@{
        vrssMaxQueuePairs          = 'integer', 'VrssMaxQueuePairs'
        vrssMaxQueuePairsRequested = 'integer', 'VrssMaxQueuePairsRequested'
    }
    foreach ($vmId in @($lists.Keys)) {
        $Progress[$vmId] = @(foreach ($row in $lists[$vmId]) {
                $record = ConvertTo-InnkeeperRecord $row $fields $problems
                if (-not (Test-InnkeeperIdentified $record 'id' 'Get-VMNetworkAdapter' $problems)) { continue }
                foreach ($entry in (ConvertTo-InnkeeperRecord $row $newer $problems).GetEnumerator()) { $record[$entry.Key] = $entry.Value }
                # An adapter without a switch has the empty id.
                if ($record['switchId'] -eq [guid]::Empty.ToString()) { $record.Remove('switchId') }
                $record['vlanId'] = Get-InnkeeperVlanId $row
                $record['rdmaWeight'] = $weights[$record['id'].ToLowerInvariant()]
                $record
            })
    }
    New-InnkeeperReading $Progress $problems
}
