# In place of the folders of Windows: folders of the test's own.
function Get-InnkeeperSystemFolder ($Name) { [System.IO.Path]::Combine($env:AGENT_ROOT, $Name) }
