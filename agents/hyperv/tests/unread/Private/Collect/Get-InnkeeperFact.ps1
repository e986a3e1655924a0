# Tests of sending do not read a host each time: theirs has no VMs.
function Get-InnkeeperFact ($Machine, $Cache) {
    $section = [ordered]@{ name = 'vms'; status = 'ok'; durationMs = [long] 1 }
    @{
        facts               = [ordered]@{ host = [ordered]@{ name = $Machine.name; machineId = $Machine.machineId }; vms = @() }
        sections            = @($section)
        hyperVModuleVersion = '2.0.0.0'
    }
}
