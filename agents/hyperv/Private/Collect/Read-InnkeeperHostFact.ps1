function Read-InnkeeperHostFact {
    <#
    .SYNOPSIS
        The host section, with what only this process knows of the machine and of its own rights.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [hashtable] $Machine
    )
    $read = Read-InnkeeperSection $Run 'host' 'Get-InnkeeperHostSection' 20
    $fact = if ($null -ne $read) { $read } else { [ordered]@{} }
    if (-not $fact.Contains('name')) { $fact['name'] = $Machine.name }
    $fact['machineId'] = $Machine.machineId
    if ($fact.Contains('os')) { $fact['os']['ubr'] = $Machine.ubr }
    $fact['rights'] = $Machine.rights
    $cluster = Read-InnkeeperCached $Run 'host.cluster' @('all') 3600 {
        param($Due)
        $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperClusterPart' @{} 20
        # No cluster is an answer, too, and keeps for as long.
        if ($reading.problems.Count -eq 0) { $reading.value = @{ all = [ordered]@{ cluster = $reading.value } } }
        elseif ($null -ne $reading.value) { $reading.value = @{ all = [ordered]@{ cluster = $reading.value } } }
        $reading
    }
    if ($cluster.ContainsKey('all')) { $fact['cluster'] = $cluster['all']['cluster'] }
    $fact
}
