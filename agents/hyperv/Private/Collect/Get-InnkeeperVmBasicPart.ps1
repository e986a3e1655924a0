function Get-InnkeeperVmBasicPart {
    <#
    .SYNOPSIS
        What Get-VM's own objects tell of each VM, by VM id: what it is, and how it is doing now.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Filled while reading, so that what was read before a property that hangs is not lost with it.
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
        # Without both it is nothing on the wire. The list is then not whole, and says so.
        if (-not $record.Contains('id') -or -not $record.Contains('name')) {
            $problems.Add("A VM tells neither id nor name, and is left out: $($record['id'])")
            continue
        }
        $Progress[$record['id']] = $record
    }
    New-InnkeeperReading $Progress $problems
}
