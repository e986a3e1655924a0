. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-Cluster { [CmdletBinding()] param () Read-Replay 'Get-Cluster' $PSCmdlet }
function Get-ClusterNode { [CmdletBinding()] param () Read-Replay 'Get-ClusterNode' $PSCmdlet }
