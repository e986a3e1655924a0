. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-NetAdapter {
    [CmdletBinding()] param ([switch] $Physical)
    foreach ($row in @(Read-Replay 'Get-NetAdapter' $PSCmdlet)) { if (-not $Physical -or $row.ConnectorPresent) { $row } }
}

function Get-NetAdapterAdvancedProperty {
    [CmdletBinding()] param ([string[]] $RegistryKeyword = '*')
    foreach ($row in @(Read-Replay 'Get-NetAdapterAdvancedProperty' $PSCmdlet)) {
        # A keyword's own asterisk is a wildcard here, as for the cmdlet.
        foreach ($keyword in $RegistryKeyword) { if ($row.RegistryKeyword -like $keyword) { $row; break } }
    }
}

function Get-NetAdapterBinding {
    [CmdletBinding()] param ([string[]] $ComponentID)
    foreach ($row in @(Read-Replay 'Get-NetAdapterBinding' $PSCmdlet)) { if ($null -eq $ComponentID -or $row.ComponentID -in $ComponentID) { $row } }
}

function Get-NetAdapterRdma { [CmdletBinding()] param () Read-Replay 'Get-NetAdapterRdma' $PSCmdlet }
function Get-NetAdapterRss { [CmdletBinding()] param () Read-Replay 'Get-NetAdapterRss' $PSCmdlet }
function Get-NetAdapterSriov { [CmdletBinding()] param () Read-Replay 'Get-NetAdapterSriov' $PSCmdlet }
function Get-NetAdapterVmq { [CmdletBinding()] param () Read-Replay 'Get-NetAdapterVmq' $PSCmdlet }
function Get-NetAdapterVmqQueue { [CmdletBinding()] param () Read-Replay 'Get-NetAdapterVmqQueue' $PSCmdlet }
