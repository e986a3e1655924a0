# Replaces Private/Windows/Get-InnkeeperAccount.ps1 where there is no Windows, or to replay another host's rights.
function Get-InnkeeperAccount {
    $replay = ([System.IO.File]::ReadAllText($env:AGENT_REPLAY) | ConvertFrom-Json)._collector
    $rights = [ordered]@{}
    if ($null -ne $replay.PSObject.Properties['rights']) { foreach ($right in $replay.rights.PSObject.Properties) { $rights[$right.Name] = $right.Value } }
    @{ account = $replay.principal; isElevated = $replay.isElevated; rights = $rights }
}
