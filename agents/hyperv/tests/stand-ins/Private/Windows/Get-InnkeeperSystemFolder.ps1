# Replaces the Windows folders with the test's own folders.
function Get-InnkeeperSystemFolder ($Name) { [System.IO.Path]::Combine($env:AGENT_ROOT, $Name) }
