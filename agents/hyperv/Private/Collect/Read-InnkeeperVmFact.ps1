function Read-InnkeeperVmFact {
    <#
    .SYNOPSIS
        Reads all VMs with the parts that change every minute: { vms, basics, parts, merged }, null if there is no list.
    .DESCRIPTION
        The status of `vms` refers to the list; each part has its own status. Join-InnkeeperVmFact combines them into facts.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $HostFact
    )
    $vms = Read-InnkeeperSection $Run 'vms' 'Get-InnkeeperVmList' 60
    if ($null -eq $vms) { return $null }
    $section = $Run.sections[$Run.sections.Count - 1]
    $basics = Read-InnkeeperSection $Run 'vms.basics' 'Get-InnkeeperVmBasicPart' 60 @{ Vm = $vms; Progress = [hashtable]::Synchronized(@{}) }
    # Without them there is no id and no name: other VM data could not be assigned to a VM.
    if ($null -eq $basics) { return $null }
    # A report can contain 1,024 VMs, more than Hyper-V runs. An incomplete list is marked as such: only a complete list can show that a VM is gone.
    $listed = @($vms).Count
    # A VM listed twice, as while it moves, is one VM: the server would refuse the whole report.
    $seen = [System.Collections.Generic.HashSet[string]]::new()
    $vms = @(foreach ($vm in $vms) {
            $id = [string] (Get-InnkeeperProperty $vm 'Id')
            if ($basics.ContainsKey($id) -and $seen.Add($id)) { $vm }
        })
    $most = 1024
    if ($vms.Count -gt $most) { $vms = $vms[0..($most - 1)] }
    if ($vms.Count -lt $listed) {
        $section['status'] = 'partial'
        $section['error'] = "This host has $listed VMs; $($vms.Count) of them are reported."
    }
    $all = @{ Vm = $vms }

    $parts = [ordered]@{
        integrationServices = Read-InnkeeperSection $Run 'vms.services' 'Get-InnkeeperVmServicePart' 30 $all
        adapters            = Read-InnkeeperSection $Run 'vms.adapters' 'Get-InnkeeperVmAdapterPart' 45 @{ Vm = $vms; Progress = [hashtable]::Synchronized(@{}) }
        guest               = Read-InnkeeperSection $Run 'vms.guest' 'Get-InnkeeperVmGuestPart' 20 @{ Progress = [hashtable]::Synchronized(@{}) }
        disks               = Read-InnkeeperSection $Run 'vms.disks' 'Get-InnkeeperVmDiskPart' 30 $all
        checkpoints         = Read-InnkeeperSection $Run 'vms.checkpoints' 'Get-InnkeeperVmCheckpointPart' 20 $all
    }
    $merged = [System.Collections.Generic.List[object]]::new()
    # An unread build is no reason: $null -le 9600 is true.
    if ($HostFact.Contains('os') -and $HostFact['os'].Contains('build') -and $HostFact['os']['build'] -le 9600) {
        $merged.Add((Read-InnkeeperSection $Run 'vms.versionStates' 'Get-InnkeeperVmVersionStatePart' 20))
    }
    @{ vms = $vms; basics = $basics; parts = $parts; merged = $merged.ToArray() }
}
