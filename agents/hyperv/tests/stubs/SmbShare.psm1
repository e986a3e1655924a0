. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

enum SmbInstance { Default = 0; CSV = 1; SBL = 2 }

function Get-SmbClientConfiguration { [CmdletBinding()] param () Read-Replay 'Get-SmbClientConfiguration' $PSCmdlet }
function Get-SmbServerConfiguration { [CmdletBinding()] param () Read-Replay 'Get-SmbServerConfiguration' $PSCmdlet }
function Get-SmbClientNetworkInterface { [CmdletBinding()] param () Read-Replay 'Get-SmbClientNetworkInterface' $PSCmdlet }
function Get-SmbServerNetworkInterface { [CmdletBinding()] param () Read-Replay 'Get-SmbServerNetworkInterface' $PSCmdlet }
function Get-SmbMultichannelConstraint { [CmdletBinding()] param () Read-Replay 'Get-SmbMultichannelConstraint' $PSCmdlet }

# Each instance of the SMB client has its own recording; without -SmbInstance, only the default instance is returned.
function Get-SmbMultichannelConnection {
    [CmdletBinding()] param ([switch] $IncludeNotSelected, [SmbInstance] $SmbInstance)
    $source = 'Get-SmbMultichannelConnection'
    if ($PSBoundParameters.ContainsKey('SmbInstance') -and $PSBoundParameters['SmbInstance'] -ne [SmbInstance]::Default) { $source += "_$($PSBoundParameters['SmbInstance'])" }
    foreach ($row in @(Read-Replay $source $PSCmdlet)) { if ($IncludeNotSelected -or $row.Selected) { $row } }
}
