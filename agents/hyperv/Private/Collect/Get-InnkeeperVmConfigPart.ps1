function Get-InnkeeperVmConfigPart {
    <#
    .SYNOPSIS
        How each VM is set up, by VM id: processors, memory, start and stop. Hyper-V fetches these for each VM alone, when they are read.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Seconds after which no further VM is read. What was read until then is answered.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that what was read before a property that hangs is not lost with it.
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
    if ($unread -gt 0) { $problems.Add("Settings of $unread of $($Vm.Count) VMs wait for a later run, $BudgetSeconds s were not enough.") }
    New-InnkeeperReading $Progress $problems
}
