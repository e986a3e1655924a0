. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-SmbClientConfiguration { [CmdletBinding()] param () Read-Replay 'Get-SmbClientConfiguration' $PSCmdlet }
function Get-SmbServerConfiguration { [CmdletBinding()] param () Read-Replay 'Get-SmbServerConfiguration' $PSCmdlet }
function Get-SmbClientNetworkInterface { [CmdletBinding()] param () Read-Replay 'Get-SmbClientNetworkInterface' $PSCmdlet }
function Get-SmbServerNetworkInterface { [CmdletBinding()] param () Read-Replay 'Get-SmbServerNetworkInterface' $PSCmdlet }
function Get-SmbMultichannelConstraint { [CmdletBinding()] param () Read-Replay 'Get-SmbMultichannelConstraint' $PSCmdlet }
function Get-SmbMultichannelConnection {
    [CmdletBinding()] param ([switch] $IncludeNotSelected)
    foreach ($row in @(Read-Replay 'Get-SmbMultichannelConnection' $PSCmdlet)) { if ($IncludeNotSelected -or $row.Selected) { $row } }
}
