. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-NetOffloadGlobalSetting { [CmdletBinding()] param () Read-Replay 'Get-NetOffloadGlobalSetting' $PSCmdlet }
