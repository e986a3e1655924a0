function Add-InnkeeperLife {
    <#
    .SYNOPSIS
        Counts the time that has passed since the last run into the state. What waits is aged by this count, and by no clock.
    .DESCRIPTION
        Somebody at work is at most two hours between two runs: no answer of the server holds a run up for longer. What is
        beyond that was a host that was off, or a clock that jumped ahead, and a clock that was set back took no time: neither
        may drop what was collected.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State)
    $nowMs = ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)
    if ($State['seenAtMs'] -gt 0 -and $nowMs -gt $State['seenAtMs']) {
        $State['livedMs'] += [System.Math]::Min($nowMs - $State['seenAtMs'], [long] 7200000)
    }
    $State['seenAtMs'] = $nowMs
}
