function Add-InnkeeperEpoch {
    <#
    .SYNOPSIS
        Starts a new counter above the old one, a day higher and twice as far at each retry: the server does not report how high its own is.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State
    )
    $step = if ($State['raises'] -eq 0) { 1 } else { 86400000 * [System.Math]::Pow(2, [System.Math]::Min($State['raises'] - 1, 20)) }
    $raised = [System.Math]::Max((ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)), $State['epoch'] + [long] $step)
    $State['epoch'] = [System.Math]::Min($raised, [long] 9007199254740991)
    $State['sequence'] = [long] 0
    $State['raises']++
    Write-InnkeeperLog $Path Warning 1206 "The server has newer snapshots of this host than this counter has issued. The host or its clock was set back to an earlier state. The counter continues at $($State['epoch'])."
}
