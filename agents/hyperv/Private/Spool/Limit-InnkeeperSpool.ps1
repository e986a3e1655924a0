function Limit-InnkeeperSpool {
    <#
    .SYNOPSIS
        Keeps the spool within its limits of size and age: drops the oldest snapshots first and counts them.
    .DESCRIPTION
        Age is the time for which the agent has been running since, not the difference of two clock readings: see Add-InnkeeperLife.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State
    )
    $waiting = @(Get-InnkeeperSpool $Path)
    $bytes = [long] 0
    foreach ($one in $waiting) { $bytes += $one.length }
    $oldest = $State['livedMs'] - 86400000 * $Setting['spoolMaxDays']
    $dropped = 0
    for ($index = 0; $index -lt $waiting.Count; $index++) {
        $one = $waiting[$index]
        # The newest is always kept, whatever its size: it is the current state.
        $isLast = $index -eq $waiting.Count - 1
        if ($isLast -or ($bytes -le $Setting['spoolMaxBytes'] -and $one.livedMs -ge $oldest)) { continue }
        [System.IO.File]::Delete($one.file)
        $bytes -= $one.length
        $dropped++
    }
    # A file that a power failure left half written was never a snapshot.
    if ([System.IO.Directory]::Exists($Path.spool)) {
        foreach ($file in [System.IO.Directory]::GetFiles($Path.spool, '*.tmp')) { [System.IO.File]::Delete($file) }
    }
    if ($dropped -gt 0) {
        $State['dropped'] += $dropped
        Write-InnkeeperJsonFile $Path.state $State
        Write-InnkeeperLog $Path Warning 1204 "$dropped pending snapshots were dropped, oldest first: the spool is limited to $($Setting['spoolMaxBytes']) bytes and $($Setting['spoolMaxDays']) days."
    }
}
