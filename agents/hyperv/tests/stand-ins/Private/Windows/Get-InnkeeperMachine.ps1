# Replaces Private/Windows/Get-InnkeeperMachine.ps1: the registry of the recorded host.
function Get-InnkeeperMachine {
    $replay = [System.IO.File]::ReadAllText($env:AGENT_REPLAY) | ConvertFrom-Json
    $name = $replay._collector.machineName
    @{
        name      = $name
        fqdn      = $name
        machineId = Get-InnkeeperHash ([System.Text.Encoding]::UTF8.GetBytes($name))
        ubr       = $replay._collector.ubr
    }
}
