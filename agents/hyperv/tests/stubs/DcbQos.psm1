. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-NetQosFlowControl { [CmdletBinding()] param () Read-Replay 'Get-NetQosFlowControl' $PSCmdlet }
function Get-NetQosDcbxSetting { [CmdletBinding()] param () Read-Replay 'Get-NetQosDcbxSetting' $PSCmdlet }
