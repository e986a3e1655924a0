function Get-InnkeeperSwitchSection {
    <#
    .SYNOPSIS
        Reads the virtual switches, their uplinks and extensions.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $switches = Read-InnkeeperRow 'Get-VMSwitch' { Hyper-V\Get-VMSwitch } $problems
    if ($switches.isMissing) { $problems.Add('Get-VMSwitch is not available on this host.') }
    if ($null -eq $switches.rows) { return New-InnkeeperReading $null $problems }
    $section = @(foreach ($switch in $switches.rows) {
            $record = ConvertTo-InnkeeperRecord $switch ([ordered]@{
                    id                       = 'guid', 'Id'
                    name                     = 'text', 'Name'
                    switchType               = 'name', 'SwitchType'
                    allowManagementOS        = 'flag', 'AllowManagementOS'
                    adapterGuids             = 'guids', 'NetAdapterInterfaceGuid'
                    embeddedTeamingEnabled   = 'flag', 'EmbeddedTeamingEnabled'
                    iovEnabled               = 'flag', 'IovEnabled'
                    iovSupport               = 'flag', 'IovSupport'
                    iovSupportReasons        = 'texts', 'IovSupportReasons'
                    iovVirtualFunctionCount  = 'integer', 'IovVirtualFunctionCount'
                    iovVirtualFunctionsInUse = 'integer', 'IovVirtualFunctionsInUse'
                    availableVMQueues        = 'integer', 'AvailableVMQueues'
                    numberVmqAllocated       = 'integer', 'NumberVmqAllocated'
                    bandwidthReservationMode = 'name', 'BandwidthReservationMode'
                    packetDirectEnabled      = 'flag', 'PacketDirectEnabled'
                    defaultQueueVrssEnabled  = 'flag', 'DefaultQueueVrssEnabled'
                    defaultQueueVmmqEnabled  = 'flag', 'DefaultQueueVmmqEnabled'
                    allowNetLbfoTeams        = 'flag', 'AllowNetLbfoTeams'
                }) $problems
            if (-not (Test-InnkeeperIdentified $record 'id' 'Get-VMSwitch' $problems)) { continue }
            $extensions = Get-InnkeeperProperty $switch 'Extensions'
            if ($null -ne $extensions) {
                $record['extensions'] = @(foreach ($extension in $extensions) {
                        ConvertTo-InnkeeperRecord $extension ([ordered]@{
                                name    = 'text', 'Name'
                                type    = 'name', 'ExtensionType'
                                enabled = 'flag', 'Enabled'
                                running = 'flag', 'Running'
                            }) $problems
                    })
            }
            $record
        })
    New-InnkeeperReading $section $problems
}
