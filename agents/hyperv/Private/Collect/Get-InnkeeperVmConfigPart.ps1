function Get-InnkeeperVmConfigPart {
    <#
    .SYNOPSIS
        Reads the settings of each VM, by VM id: processors, memory, start and stop actions. Hyper-V fetches these for each VM separately, on access.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Seconds after which no further VM is read. What was read until then is returned.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that a property that hangs does not lose what was read before it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $fields = [ordered]@{
        processorCount       = 'integer', 'ProcessorCount'
        dynamicMemoryEnabled = 'flag', 'DynamicMemoryEnabled'
        memoryStartupBytes   = 'integer', 'MemoryStartup'
        memoryMinimumBytes   = 'integer', 'MemoryMinimum'
        memoryMaximumBytes   = 'integer', 'MemoryMaximum'
        automaticStartAction = 'name', 'AutomaticStartAction'
        automaticStopAction  = 'name', 'AutomaticStopAction'
        checkpointType       = 'name', 'CheckpointType'
    }
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $unread = 0
    foreach ($one in $Vm) {
        if ($watch.Elapsed.TotalSeconds -ge $BudgetSeconds) { $unread++; continue }
        $record = ConvertTo-InnkeeperRecord $one $fields $problems
        try {
            $remoteFx = $one.PSObject.Properties['RemoteFxAdapter']
            if ($null -ne $remoteFx) { $record['hasRemoteFx'] = $null -ne $remoteFx.Value }
        }
        catch { $problems.Add("RemoteFxAdapter: $(Get-InnkeeperErrorText $_)") }
        $Progress[$one.Id.ToString()] = $record
    }
    if ($unread -gt 0) { $problems.Add("Settings of $unread of $($Vm.Count) VMs were not read within $BudgetSeconds s; a later run reads them.") }
    New-InnkeeperReading $Progress $problems
}
