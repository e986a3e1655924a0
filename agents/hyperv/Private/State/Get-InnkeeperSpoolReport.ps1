function Get-InnkeeperSpoolReport {
    <#
    .SYNOPSIS
        Summarizes the spool for the report and the status: { pending, dropped, oldestAt }.
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
