. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

function Get-VM { [CmdletBinding()] param ([string[]] $Name) Read-Replay 'Get-VM' $PSCmdlet }
function Get-VMHost { [CmdletBinding()] param () Read-Replay 'Get-VMHost' $PSCmdlet }
function Get-VMHostSupportedVersion { [CmdletBinding()] param () Read-Replay 'Get-VMHostSupportedVersion' $PSCmdlet }
function Get-VMSwitch { [CmdletBinding()] param () Read-Replay 'Get-VMSwitch' $PSCmdlet }
function Get-VMIntegrationService { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMIntegrationService' $VM $PSCmdlet }
function Get-VMProcessor { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMProcessor' $VM $PSCmdlet }
function Get-VMHardDiskDrive { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMHardDiskDrive' $VM $PSCmdlet }
function Get-VMDvdDrive { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMDvdDrive' $VM $PSCmdlet }
function Get-VMComPort { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMComPort' $VM $PSCmdlet }
function Get-VMRemoteFx3dVideoAdapter { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMRemoteFx3dVideoAdapter' $VM $PSCmdlet }
function Get-VMSnapshot { [CmdletBinding()] param ([object[]] $VM) Read-ReplayOfVm 'Get-VMSnapshot' $VM $PSCmdlet }

# Its result does not identify the VM: one VM per call.
function Get-VMSecurity {
    [CmdletBinding()] param ([object[]] $VM)
    if ($VM.Count -ne 1) { throw 'The results cannot be assigned to their VMs.' }
    Read-ReplayOfVm 'Get-VMSecurity' $VM $PSCmdlet
}

function Get-VMFirmware {
    [CmdletBinding()] param ([object[]] $VM)
    Assert-Generation $VM 2 'Get-VMFirmware' $PSCmdlet
    Read-ReplayOfVm 'Get-VMFirmware' $VM $PSCmdlet
}

function Get-VMFloppyDiskDrive {
    [CmdletBinding()] param ([object[]] $VM)
    Assert-Generation $VM 1 'Get-VMFloppyDiskDrive' $PSCmdlet
    Read-ReplayOfVm 'Get-VMFloppyDiskDrive' $VM $PSCmdlet
}

function Get-VMNetworkAdapter {
    [CmdletBinding()] param ([object[]] $VM, [switch] $ManagementOS)
    if ($ManagementOS) { Read-Replay 'Get-VMNetworkAdapter_ManagementOS' $PSCmdlet } else { Read-ReplayOfVm 'Get-VMNetworkAdapter' $VM $PSCmdlet }
}

function Get-VMNetworkAdapterTeamMapping { [CmdletBinding()] param ([switch] $ManagementOS) Read-Replay 'Get-VMNetworkAdapterTeamMapping' $PSCmdlet }

# A file without a recorded row cannot be opened.
function Get-VHD {
    [CmdletBinding()] param ([Parameter(Mandatory)] [string[]] $Path)
    foreach ($one in $Path) {
        $found = $false
        foreach ($row in @(Read-Replay 'Get-VHD' $PSCmdlet)) { if ($row.Path -eq $one) { $found = $true; $row } }
        if ($found) { continue }
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("Getting the mounted storage instance for the path '$one' failed."), 'ObjectNotFound', 'ObjectNotFound', $one))
    }
}

function Assert-Generation ($VM, [int] $Generation, [string] $Command, $Cmdlet) {
    foreach ($one in $VM) {
        if ($one.Generation -eq $Generation) { continue }
        $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("${Command}: not for a VM of generation $($one.Generation)."), 'OperationFailed', 'InvalidOperation', $one.Name))
    }
}
