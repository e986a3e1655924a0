function Join-InnkeeperVmFact {
    <#
    .SYNOPSIS
        Returns the facts of each VM: the data read for all VMs, and the slow data kept from earlier runs, joined by id.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,

        # The result of Read-InnkeeperVmFact.
        [Parameter(Mandatory)] [hashtable] $Read
    )
    $parts = $Read.parts
    $slow = Read-InnkeeperSlowVmFact $Run $Read.vms $Read.basics
    $merged = $Read.merged + $slow.merged
    $parts['firmware'] = $slow.firmware
    $parts['security'] = $slow.security
    $files = Read-InnkeeperVhdFact $Run $Read.basics $parts['disks']

    , @(foreach ($vm in $Read.vms) {
            $id = $vm.Id.ToString()
            $fact = $Read.basics[$id]
            foreach ($part in $merged) { if ($null -ne $part -and $null -ne $part[$id]) { foreach ($entry in $part[$id].GetEnumerator()) { $fact[$entry.Key] = $entry.Value } } }
            foreach ($part in $parts.GetEnumerator()) { if ($null -ne $part.Value) { $fact[$part.Key] = $part.Value[$id] } }
            if ($null -ne $fact['disks']) {
                # A drive without a path and without a physical disk is an empty slot.
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
