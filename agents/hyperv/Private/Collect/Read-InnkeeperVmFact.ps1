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
    $all = @{ Vm = $vms }
    $basics = Read-InnkeeperSection $Run 'vms.basics' 'Get-InnkeeperVmBasicPart' 60 $all
    # Without them there is no id and no name: what else was read of the VMs could not be told apart.
    if ($null -eq $basics) { return $null }

    $parts = [ordered]@{
        integrationServices = Read-InnkeeperSection $Run 'vms.services' 'Get-InnkeeperVmServicePart' 30 $all
        adapters            = Read-InnkeeperSection $Run 'vms.adapters' 'Get-InnkeeperVmAdapterPart' 45 $all
        guest               = Read-InnkeeperSection $Run 'vms.guest' 'Get-InnkeeperVmGuestPart' 20
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
