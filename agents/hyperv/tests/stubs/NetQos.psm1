. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-NetQosPolicy { [CmdletBinding()] param () Read-Replay 'Get-NetQosPolicy' $PSCmdlet }
