function Get-InnkeeperVmCheckpointPart {
    <#
    .SYNOPSIS
        Reads the number of checkpoints of each VM and the time of the oldest, by VM id.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $reading = Get-InnkeeperVmPart 'Get-VMSnapshot' { Hyper-V\Get-VMSnapshot -VM $Vm } $Vm ([ordered]@{ createdAt = 'time', 'CreationTime' })
    if ($null -eq $reading.value) { return $reading }
    foreach ($id in @($reading.value.Keys)) {
        $times = [System.Collections.Generic.List[string]]::new()
        foreach ($checkpoint in $reading.value[$id]) { if ($checkpoint.Contains('createdAt')) { $times.Add($checkpoint['createdAt']) } }
        $times.Sort([System.StringComparer]::Ordinal)
        $summary = [ordered]@{ count = $reading.value[$id].Count }
        # One that was not read can be the oldest.
        if ($times.Count -gt 0 -and $times.Count -eq $summary['count']) { $summary['oldestAt'] = $times[0] }
        $reading.value[$id] = $summary
    }
    $reading
}
