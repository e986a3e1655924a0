function Get-InnkeeperPhysicalAdapterSection {
    <#
    .SYNOPSIS
        Reads the physical network adapters with the features of their drivers, and the adapters that represent a team of them.
    .DESCRIPTION
        Each cmdlet is called once for all adapters. A team's own adapter is not hardware, but a switch on the team
        refers only to it: without it, the team under the switch could not be detected.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Advanced properties by adapter name, if read in an earlier run; they change only with drivers.
        [AllowNull()] [System.Collections.IDictionary] $Keyword
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $adapters = Read-InnkeeperRow 'Get-NetAdapter' { NetAdapter\Get-NetAdapter -Physical } $problems
    if ($null -eq $adapters.rows) { return New-InnkeeperReading $null $problems $(if ($adapters.isMissing) { 'The NetAdapter module is not installed on this host.' }) }

    $others = (Read-InnkeeperRow 'Get-NetAdapter' { NetAdapter\Get-NetAdapter } $problems).rows
    $known = @(foreach ($row in $adapters.rows) { [string] (Get-InnkeeperProperty $row 'Name') })
    $teamAdapters = @(foreach ($row in $others) { if ([string] (Get-InnkeeperProperty $row 'Name') -notin $known -and (Test-InnkeeperTeamAdapter $row)) { $row } })

    $bindings = @{}
    $bound = (Read-InnkeeperRow 'Get-NetAdapterBinding' { NetAdapter\Get-NetAdapterBinding -ComponentID vms_pp, ms_implat, ms_tcpip } $problems).rows
    foreach ($row in $bound) {
        $name = [string] (Get-InnkeeperProperty $row 'Name')
        $component = ([string] (Get-InnkeeperProperty $row 'ComponentID')).ToLowerInvariant()
        if ($name -eq '' -or $component -eq '') { $problems.Add('Get-NetAdapterBinding: a row without Name or ComponentID is left out'); continue }
        if (-not $bindings.ContainsKey($name)) { $bindings[$name] = [ordered]@{} }
        $bindings[$name][$component] = ConvertTo-InnkeeperValue flag (Get-InnkeeperProperty $row 'Enabled')
    }
    $sriov = Get-InnkeeperDeviceRow 'Get-NetAdapterSriov' { NetAdapter\Get-NetAdapterSriov } $problems
    $rdma = Get-InnkeeperDeviceRow 'Get-NetAdapterRdma' { NetAdapter\Get-NetAdapterRdma } $problems
    $rss = Get-InnkeeperDeviceRow 'Get-NetAdapterRss' { NetAdapter\Get-NetAdapterRss } $problems
    $vmq = Get-InnkeeperDeviceRow 'Get-NetAdapterVmq' { NetAdapter\Get-NetAdapterVmq } $problems
    $before = $problems.Count
    $queues = (Read-InnkeeperRow 'Get-NetAdapterVmqQueue' { NetAdapter\Get-NetAdapterVmqQueue } $problems).rows
    $queueCounts = @{}
    foreach ($row in $queues) {
        $name = [string] (Get-InnkeeperProperty $row 'Name')
        if ($name -ne '') { $queueCounts[$name] = 1 + [int] $queueCounts[$name] } else { $problems.Add('Get-NetAdapterVmqQueue: a row without Name is left out') }
    }
    $isQueueListComplete = $problems.Count -eq $before

    $section = @(foreach ($adapter in @($adapters.rows) + $teamAdapters) {
            $record = ConvertTo-InnkeeperRecord $adapter ([ordered]@{
                    name                   = 'text', 'Name'
                    interfaceGuid          = 'guid', 'InterfaceGuid'
                    interfaceIndex         = 'integer', 'InterfaceIndex'
                    description            = 'text', 'InterfaceDescription'
                    status                 = 'text', 'Status'
                    linkSpeedBitsPerSecond = 'integer', 'ReceiveLinkSpeed'
                    macAddress             = 'mac', 'MacAddress'
                    driverProvider         = 'text', 'DriverProvider'
                    driverVersion          = 'text', 'DriverVersionString'
                    driverDate             = 'time', 'DriverDate'
                }) $problems
            if (-not (Test-InnkeeperIdentified $record 'interfaceGuid' 'Get-NetAdapter' $problems)) { continue }
            $name = [string] $record['name']
            if ($bindings.ContainsKey($name)) { $record['bindings'] = $bindings[$name] }
            $keywords = if ($null -ne $Keyword -and $Keyword.Contains($name)) { $Keyword[$name] } else { @{} }
            $record['sriov'] = ConvertTo-InnkeeperDevice $sriov $name ([ordered]@{
                    enabled         = 'flag', 'Enabled'
                    support         = 'SriovSupport', 'SriovSupport'
                    numVFs          = 'integer', 'NumVFs'
                    numAllocatedVFs = 'integer', 'NumAllocatedVFs'
                }) $problems
            $record['rdma'] = ConvertTo-InnkeeperDevice $rdma $name ([ordered]@{
                    enabled       = 'flag', 'Enabled'
                    maxQueuePairs = 'integer', 'MaxQueuePairCount'
                }) $problems
            if ($null -ne $record['rdma'] -and $record['rdma']['listed']) { $record['rdma']['technology'] = $keywords['*NetworkDirectTechnology'] }
            $record['rss'] = ConvertTo-InnkeeperDevice $rss $name ([ordered]@{
                    enabled               = 'flag', 'Enabled'
                    numberOfReceiveQueues = 'integer', 'NumberOfReceiveQueues'
                    maxProcessors         = 'integer', 'MaxProcessors'
                    profile               = 'RssProfile', 'Profile'
                }) $problems
            $record['vmq'] = ConvertTo-InnkeeperDevice $vmq $name ([ordered]@{
                    enabled               = 'flag', 'Enabled'
                    numberOfReceiveQueues = 'integer', 'NumberOfReceiveQueues'
                }) $problems
            # After an error, the rows of an adapter may be missing: 0 would mean that it has no queues.
            if ($null -ne $queues -and ($isQueueListComplete -or $queueCounts.ContainsKey($name)) -and $null -ne $record['vmq'] -and $record['vmq']['listed']) {
                $record['vmq']['allocatedQueues'] = [int] $queueCounts[$name]
            }
            $record['rssOnHostVPorts'] = $keywords['*RssOnHostVPorts']
            $record
        })
    New-InnkeeperReading $section $problems
}
