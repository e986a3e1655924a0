function Get-InnkeeperVmBasicPart {
    <#
    .SYNOPSIS
        Reads the basic data of each VM from the objects of Get-VM, by VM id: its identity and its current state.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Filled while reading, so that a property that hangs does not lose what was read before it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
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
        replicationMode            = 'name', 'ReplicationMode'
        replicationHealth          = 'name', 'ReplicationHealth'
        integrationServicesVersion = 'text', 'IntegrationServicesVersion'
        integrationServicesState   = 'text', 'IntegrationServicesState'
    }
    foreach ($one in $Vm) {
        $record = ConvertTo-InnkeeperRecord $one $fields $problems
        # The contract has no other: one that a future Windows adds must not cost the whole report.
        if ($record['generation'] -notin 1, 2) { $record.Remove('generation') }
        # The contract requires both. Without them the list is incomplete, which is reported.
        if (-not $record.Contains('id') -or -not $record.Contains('name')) {
            $problems.Add("A VM without id or name is left out: $($record['id'])")
            continue
        }
        $Progress[$record['id']] = $record
    }
    New-InnkeeperReading $Progress $problems
}
