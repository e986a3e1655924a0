function Read-InnkeeperVmFact {
    <#
    .SYNOPSIS
        All VMs with their parts, joined by id. The status of `vms` speaks of the list; each part has one of its own.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $HostFact
    )
    $vms = Read-InnkeeperSection $Run 'vms' 'Get-InnkeeperVmList' 60
    if ($null -eq $vms) { return $null }
    $section = $Run.sections[$Run.sections.Count - 1]
    $basics = Read-InnkeeperSection $Run 'vms.basics' 'Get-InnkeeperVmBasicPart' 60 @{ Vm = $vms; Progress = [hashtable]::Synchronized(@{}) }
    # Without them there is no id and no name: what else was read of the VMs could not be told apart.
    if ($null -eq $basics) { return $null }
    # 1,024 VMs are what a report may hold, and more than Hyper-V runs. A list that is not whole says so: a VM is gone from a whole one alone.
    $listed = @($vms).Count
    $vms = @(foreach ($vm in $vms) { if ($basics.ContainsKey([string] $vm.Id)) { $vm } })
    $most = 1024
    if ($vms.Count -gt $most) { $vms = $vms[0..($most - 1)] }
    if ($vms.Count -lt $listed) {
        $section['status'] = 'partial'
        $section['error'] = "$listed VMs are here, $($vms.Count) of them are reported."
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
    if ($HostFact.Contains('os') -and $HostFact['os']['build'] -le 9600) {
        $merged.Add((Read-InnkeeperSection $Run 'vms.versionStates' 'Get-InnkeeperVmVersionStatePart' 20))
    }
    $slow = Read-InnkeeperSlowVmFact $Run $vms $basics
    foreach ($part in $slow.merged) { $merged.Add($part) }
    $parts['firmware'] = $slow.firmware
    $parts['security'] = $slow.security
    $files = Read-InnkeeperVhdFact $Run $basics $parts['disks']

    , @(foreach ($vm in $vms) {
            $id = $vm.Id.ToString()
            $fact = $basics[$id]
            foreach ($part in $merged) { if ($null -ne $part -and $null -ne $part[$id]) { foreach ($entry in $part[$id].GetEnumerator()) { $fact[$entry.Key] = $entry.Value } } }
            foreach ($part in $parts.GetEnumerator()) { if ($null -ne $part.Value) { $fact[$part.Key] = $part.Value[$id] } }
            if ($null -ne $fact['disks']) {
                # A drive without a path or a disk behind it is an empty slot.
                $fact['disks'] = @(foreach ($disk in $fact['disks']) {
                        if (-not $disk.Contains('path') -and $disk.Contains('diskNumber')) { $disk['path'] = "Disk $($disk['diskNumber'])" }
                        if (-not $disk.Contains('path')) { continue }
                        if ($files.ContainsKey($disk['path'])) { foreach ($entry in $files[$disk['path']].GetEnumerator()) { $disk[$entry.Key] = $entry.Value } }
                        $disk
                    })
            }
            $fact
        })
}
