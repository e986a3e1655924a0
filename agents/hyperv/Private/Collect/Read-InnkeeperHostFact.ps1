function Read-InnkeeperHostFact {
    <#
    .SYNOPSIS
        Reads the host section, and adds the machine data and rights that only this process has.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [hashtable] $Machine
    )
    $read = Read-InnkeeperSection $Run 'host' 'Get-InnkeeperHostSection' 20
    $fact = if ($null -ne $read) { $read } else { [ordered]@{} }
    if (-not $fact['name']) { $fact['name'] = $Machine.name }
    $fact['machineId'] = $Machine.machineId
    if ($fact.Contains('os')) { $fact['os']['ubr'] = $Machine.ubr }
    $fact['rights'] = $Machine.rights
    $cluster = Read-InnkeeperCached $Run 'host.cluster' @('all') 3600 {
        param($Due)
        $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperClusterPart' @{} 20
        # "No cluster" is also a result, and is cached for as long.
        if ($reading.problems.Count -eq 0) { $reading.value = @{ all = [ordered]@{ cluster = $reading.value } } }
        elseif ($null -ne $reading.value) { $reading.value = @{ all = [ordered]@{ cluster = $reading.value } } }
        $reading
    }
    if ($cluster.ContainsKey('all')) { $fact['cluster'] = $cluster['all']['cluster'] }
    $fact
}
