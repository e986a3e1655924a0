function Join-InnkeeperVmFact {
    <#
    .SYNOPSIS
        The facts of each VM: what was read of them all, with what takes long and is kept from earlier runs, joined by id.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,

        # As Read-InnkeeperVmFact answers it.
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
