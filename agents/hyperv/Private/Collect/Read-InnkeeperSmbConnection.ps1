function Read-InnkeeperSmbConnection {
    <#
    .SYNOPSIS
        Adds the connections of each instance of the SMB client to the section; no key if none was read after an error.
    .DESCRIPTION
        Without -SmbInstance, Windows returns only the default instance, and not the connections of Cluster Shared Volumes (CSV) or
        of Storage Spaces Direct (SBL), which are most of the RDMA traffic of a cluster. An instance that fails costs only itself,
        and one that hangs only those after it.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Section,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    $before = $Problem.Count
    $fields = [ordered]@{
        serverName           = 'text', 'ServerName'
        clientInterfaceIndex = 'integer', 'ClientInterfaceIndex'
        clientRssCapable     = 'flag', 'ClientRSSCapable'
        serverRssCapable     = 'flag', 'ServerRSSCapable'
        clientRdmaCapable    = 'flag', 'ClientRdmaCapable'
        serverRdmaCapable    = 'flag', 'ServerRdmaCapable'
        selected             = 'flag', 'Selected'
        failed               = 'flag', 'Failed'
        currentChannels      = 'integer', 'CurrentChannels'
        maxChannels          = 'integer', 'MaxChannels'
        smbInstance          = 'SmbInstance', 'SmbInstance'
    }
    $known = [System.Collections.Generic.HashSet[string]]::new()
    $connections = [System.Collections.Generic.List[object]]::new()
    $isOlder = $true
    # Older versions of Windows do not have the parameter: the last call is without it, if no other was possible.
    foreach ($instance in 'Default', 'CSV', 'SBL', $null) {
        if ($null -ne $instance) {
            $read = Read-InnkeeperRow "Get-SmbMultichannelConnection -SmbInstance $instance" { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected -SmbInstance $instance } $Problem
        }
        elseif ($isOlder) { $read = Read-InnkeeperRow 'Get-SmbMultichannelConnection' { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected } $Problem }
        else { continue }
        if ($read.isMissing) { continue }
        $isOlder = $false
        $own = [System.Collections.Generic.List[string]]::new()
        foreach ($row in $read.rows) {
            # A Windows that ignores the parameter returns the same connections for each instance.
            $key = @(foreach ($name in 'ServerName', 'ClientIpAddress', 'ServerIpAddress', 'ClientInterfaceIndex', 'ServerInterfaceIndex', 'SmbInstance') { [string] (Get-InnkeeperProperty $row $name) }) -join '|'
            if ($known.Contains($key)) { continue }
            $own.Add($key)
            $record = ConvertTo-InnkeeperRecord $row $fields $Problem
            if ($null -ne $instance -and -not $record.Contains('smbInstance')) { $record['smbInstance'] = $instance }
            $connections.Add($record)
        }
        $known.UnionWith($own)
        if ($connections.Count -gt 0) { $Section['connections'] = $connections.ToArray() }
    }
    # After an error, an empty list would mean that there are no connections.
    if (-not $isOlder -and $connections.Count -eq 0 -and $Problem.Count -eq $before) { $Section['connections'] = @() }
}
