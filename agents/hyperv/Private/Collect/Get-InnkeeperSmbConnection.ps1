function Get-InnkeeperSmbConnection {
    <#
    .SYNOPSIS
        Reads the connections of each instance of the SMB client; null if none was read after an error.
    .DESCRIPTION
        Without -SmbInstance, Windows returns only the default instance, and not the connections of Cluster Shared Volumes (CSV) or
        of Storage Spaces Direct (SBL), which are most of the RDMA traffic of a cluster. An instance that fails costs only itself.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem)
    $before = $Problem.Count
    $readings = @(foreach ($instance in 'Default', 'CSV', 'SBL') {
            $read = Read-InnkeeperRow "Get-SmbMultichannelConnection -SmbInstance $instance" { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected -SmbInstance $instance } $Problem
            if (-not $read.isMissing) { @{ instance = $instance; rows = $read.rows } }
        })
    if ($readings.Count -eq 0) {
        # Older versions of Windows do not have the parameter.
        $read = Read-InnkeeperRow 'Get-SmbMultichannelConnection' { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected } $Problem
        if ($read.isMissing) { return $null }
        $readings = @(@{ instance = $null; rows = $read.rows })
    }
    $known = [System.Collections.Generic.HashSet[string]]::new()
    $connections = [System.Collections.Generic.List[object]]::new()
    foreach ($reading in $readings) {
        $own = [System.Collections.Generic.List[string]]::new()
        foreach ($row in $reading.rows) {
            # A Windows that ignores the parameter returns the same connections for each instance.
            $key = @(foreach ($name in 'ServerName', 'ClientIpAddress', 'ServerIpAddress', 'ClientInterfaceIndex', 'ServerInterfaceIndex', 'SmbInstance') { [string] (Get-InnkeeperProperty $row $name) }) -join '|'
            if ($known.Contains($key)) { continue }
            $own.Add($key)
            $record = ConvertTo-InnkeeperRecord $row ([ordered]@{
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
                }) $Problem
            if ($null -ne $reading.instance -and -not $record.Contains('smbInstance')) { $record['smbInstance'] = $reading.instance }
            $connections.Add($record)
        }
        $known.UnionWith($own)
    }
    # After an error, an empty list would mean that there are no connections.
    if ($connections.Count -eq 0 -and $Problem.Count -gt $before) { return $null }
    , $connections.ToArray()
}
