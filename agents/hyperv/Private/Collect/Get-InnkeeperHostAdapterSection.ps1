function Get-InnkeeperHostAdapterSection {
    <#
    .SYNOPSIS
        Reads the adapters of the management operating system on virtual switches.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $adapters = Read-InnkeeperRow 'Get-VMNetworkAdapter -ManagementOS' { Hyper-V\Get-VMNetworkAdapter -ManagementOS } $problems
    if ($adapters.isMissing) { $problems.Add('Get-VMNetworkAdapter is not available on this host.') }
    if ($null -eq $adapters.rows) { return New-InnkeeperReading $null $problems }
    if ($adapters.rows.Count -eq 0) { return New-InnkeeperReading @() $problems }

    $rdma = Get-InnkeeperDeviceRow 'Get-NetAdapterRdma' { NetAdapter\Get-NetAdapterRdma } $problems
    $rss = Get-InnkeeperDeviceRow 'Get-NetAdapterRss' { NetAdapter\Get-NetAdapterRss } $problems
    $interfaces = Read-InnkeeperRow 'Get-NetAdapter' { NetAdapter\Get-NetAdapter } $problems
    $smbInterfaces = Read-InnkeeperRow 'Get-SmbClientNetworkInterface' { SmbShare\Get-SmbClientNetworkInterface } $problems
    $mappings = Read-InnkeeperRow 'Get-VMNetworkAdapterTeamMapping' { Hyper-V\Get-VMNetworkAdapterTeamMapping -ManagementOS } $problems

    $section = @(foreach ($adapter in $adapters.rows) {
            $record = ConvertTo-InnkeeperRecord $adapter ([ordered]@{
                    name            = 'text', 'Name'
                    switchId        = 'guid', 'SwitchId'
                    macAddress      = 'mac', 'MacAddress'
                    vmqWeight       = 'integer', 'VMQWeight'
                    vrssEnabled     = 'flag', 'VrssEnabled'
                    vmmqEnabled     = 'flag', 'VmmqEnabled'
                    ieeePriorityTag = 'name', 'IeeePriorityTag'
                }) $problems
            if (-not (Test-InnkeeperIdentified $record 'name' 'Get-VMNetworkAdapter -ManagementOS' $problems)) { continue }
            $record['vlanId'] = Get-InnkeeperVlanId $adapter
            # The interface is found by its device id, or if this Windows does not report one, by the name that Hyper-V gave it.
            $alias = "vEthernet ($($record['name']))"
            $deviceGuid = ConvertTo-InnkeeperValue guid (Get-InnkeeperProperty $adapter 'DeviceId')
            foreach ($row in $interfaces.rows) {
                $isSame = if ($null -ne $deviceGuid) { (ConvertTo-InnkeeperValue guid (Get-InnkeeperProperty $row 'InterfaceGuid')) -eq $deviceGuid } else { (Get-InnkeeperProperty $row 'Name') -eq $alias }
                if ($isSame) {
                    $name = Get-InnkeeperProperty $row 'Name'
                    if ($null -ne $name) { $alias = [string] $name }
                    $record['interfaceIndex'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'InterfaceIndex')
                }
            }
            if (-not $record.Contains('interfaceIndex')) {
                foreach ($row in $smbInterfaces.rows) { if ((Get-InnkeeperProperty $row 'FriendlyName') -eq $alias) { $record['interfaceIndex'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'InterfaceIndex') } }
            }
            $record['rdma'] = ConvertTo-InnkeeperDevice $rdma $alias ([ordered]@{ enabled = 'flag', 'Enabled' }) $problems
            $record['rss'] = ConvertTo-InnkeeperDevice $rss $alias ([ordered]@{ enabled = 'flag', 'Enabled' }) $problems
            foreach ($row in $mappings.rows) {
                # Newer modules return the adapter's object, older ones its name.
                $parent = Get-InnkeeperProperty (Get-InnkeeperProperty $row 'ParentAdapter') 'Name'
                if ($null -eq $parent) { $parent = Get-InnkeeperProperty $row 'ParentAdapterName' }
                if ($parent -eq $record['name']) { $record['teamMappedAdapter'] = ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $row 'NetAdapterName') }
            }
            $record
        })
    New-InnkeeperReading $section $problems
}
