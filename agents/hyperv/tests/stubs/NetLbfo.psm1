. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-NetLbfoTeam { [CmdletBinding()] param () Read-Replay 'Get-NetLbfoTeam' $PSCmdlet }
