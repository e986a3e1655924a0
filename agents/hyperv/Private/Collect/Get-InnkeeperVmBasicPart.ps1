function Get-InnkeeperVmBasicPart {
    <#
    .SYNOPSIS
        What Get-VM's own objects tell of each VM, by VM id.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $problems = [System.Collections.Generic.List[string]]::new()
    $fields = [ordered]@{
        id                         = 'guid', 'Id'
        name                       = 'text', 'Name'
        generation                 = 'integer', 'Generation'
        configurationVersion       = 'text', 'Version'
        vmType                     = 'name', 'VirtualMachineType'
        notes                      = 'notes', 'Notes'
        createdAt                  = 'time', 'CreationTime'
        isClustered                = 'flag', 'IsClustered'
        state                      = 'name', 'State'
        stateCode                  = 'code', 'State'
        statusText                 = 'text', 'Status'
        operationalStatus          = 'texts', 'OperationalStatus'
        heartbeat                  = 'name', 'Heartbeat'
        uptimeSeconds              = 'seconds', 'Uptime'
        cpuUsagePercent            = 'integer', 'CPUUsage'
        memoryAssignedBytes        = 'integer', 'MemoryAssigned'
        memoryDemandBytes          = 'integer', 'MemoryDemand'
        processorCount             = 'integer', 'ProcessorCount'
        dynamicMemoryEnabled       = 'flag', 'DynamicMemoryEnabled'
        memoryStartupBytes         = 'integer', 'MemoryStartup'
        memoryMinimumBytes         = 'integer', 'MemoryMinimum'
        memoryMaximumBytes         = 'integer', 'MemoryMaximum'
        automaticStartAction       = 'name', 'AutomaticStartAction'
        automaticStopAction        = 'name', 'AutomaticStopAction'
        checkpointType             = 'name', 'CheckpointType'
        replicationMode            = 'name', 'ReplicationMode'
        replicationHealth          = 'name', 'ReplicationHealth'
        integrationServicesVersion = 'text', 'IntegrationServicesVersion'
        integrationServicesState   = 'text', 'IntegrationServicesState'
    }
    $part = @{}
    foreach ($one in $Vm) {
        $record = ConvertTo-InnkeeperRecord $one $fields $problems
        $remoteFx = $one.PSObject.Properties['RemoteFxAdapter']
        if ($null -ne $remoteFx) { $record['hasRemoteFx'] = $null -ne $remoteFx.Value }
        # Without both it is nothing on the wire. The list is then not whole, and says so.
        if (-not $record.Contains('id') -or -not $record.Contains('name')) {
            $problems.Add("A VM tells neither id nor name, and is left out: $($record['id'])")
            continue
        }
        $part[$record['id']] = $record
    }
    New-InnkeeperReading $part $problems
}
