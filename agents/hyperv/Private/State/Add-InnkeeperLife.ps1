function Add-InnkeeperLife {
    <#
    .SYNOPSIS
        Adds the time since the last run to the state. Pending snapshots age by this count, not by the clock.
    .DESCRIPTION
        A running agent has at most two hours between two runs: no response of the server delays a run for longer. Anything
        beyond that means that the host was off or the clock jumped ahead, and a clock that was set back adds no time: neither
        may drop collected snapshots.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State)
    $nowMs = ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)
    if ($State['seenAtMs'] -gt 0 -and $nowMs -gt $State['seenAtMs']) {
        $State['livedMs'] += [System.Math]::Min($nowMs - $State['seenAtMs'], [long] 7200000)
    }
    $State['seenAtMs'] = $nowMs
}
