function Get-InnkeeperSpoolReport {
    <#
    .SYNOPSIS
        What waits, for the wire and for people: { pending, dropped, oldestAt }.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State
    )
    $waiting = @(Get-InnkeeperSpool $Path)
    $report = [ordered]@{ pending = $waiting.Count; dropped = $State['dropped'] }
    if ($waiting.Count -gt 0) { $report['oldestAt'] = ConvertTo-InnkeeperTime $waiting[0].collectedAt }
    $report
}
