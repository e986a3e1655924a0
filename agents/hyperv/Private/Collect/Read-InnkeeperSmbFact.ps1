function Read-InnkeeperSmbFact {
    <#
    .SYNOPSIS
        Reads the SMB section: the configuration, then the connections of each instance of the SMB client, each with its own time limit.
    .DESCRIPTION
        Without -SmbInstance, Windows returns only the default instance, and not the connections of Cluster Shared Volumes (CSV) or
        of Storage Spaces Direct (SBL), which are most of the RDMA traffic of a cluster. An instance that fails or hangs costs only
        itself. `connections` is absent if none was read after an error, because an empty list would mean that there are none.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [hashtable] $Run)
    $startedAt = Get-InnkeeperTime
    $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperSmbSection' @{ Progress = [hashtable]::Synchronized(@{}) } 20
    if ($reading.missing) {
        Add-InnkeeperSection $Run 'smb' 'skipped' $reading.durationMs $startedAt $reading.missing
        return
    }
    $durationMs = $reading.durationMs
    $problems = [System.Collections.Generic.List[string]]::new([string[]] $reading.problems)
    $before = $problems.Count
    $known = [System.Collections.Generic.HashSet[string]]::new()
    $connections = [System.Collections.Generic.List[object]]::new()
    $isOlder = $true
    foreach ($instance in 'Default', 'CSV', 'SBL', '') {
        # Older versions of Windows do not have the parameter: the last call is without it, if no other was possible.
        if (-not $instance -and -not $isOlder) { continue }
        $part = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperSmbConnectionPart' @{ Instance = $instance } 10
        $durationMs += $part.durationMs
        if ($part.missing) { continue }
        $isOlder = $false
        foreach ($problem in $part.problems) { $problems.Add($(if ($instance) { "SmbInstance ${instance}: $problem" } else { $problem })) }
        # A Windows that ignores the parameter returns the same connections for each instance.
        $new = @(foreach ($row in $part.value) { if (-not $known.Contains($row.key)) { $row } })
        foreach ($row in $new) {
            [void] $known.Add($row.key)
            $connections.Add($row.record)
        }
    }
    $value = $reading.value
    if ($connections.Count -gt 0 -or (-not $isOlder -and $problems.Count -eq $before)) {
        if ($null -eq $value) { $value = @{} }
        $value['connections'] = $connections.ToArray()
    }
    $status = if ($problems.Count -eq 0) { 'ok' } elseif ($null -eq $value) { 'failed' } else { 'partial' }
    Add-InnkeeperSection $Run 'smb' $status $durationMs $startedAt ($problems -join '; ')
    $value
}
