function Get-InnkeeperVhdPart {
    <#
    .SYNOPSIS
        Format, kind and sizes of virtual disks, by path. Slow, for each file is opened: read now and then, within a time of its own.
    .DESCRIPTION
        A file that cannot be read has no entry; the others keep theirs. Files of VMs at work (merging, moving) are left alone.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Path,

        # Seconds after which no further file is begun. What was read until then is answered.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that what was read before a file that hangs is not lost with it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $unread = 0
    foreach ($one in $Path) {
        if ($watch.Elapsed.TotalSeconds -ge $BudgetSeconds) { $unread++; continue }
        $Progress[$one] = $null
        $before = $problems.Count
        $read = Read-InnkeeperRow "Get-VHD $one" { Hyper-V\Get-VHD -Path $one } $problems
        # "Not found" is an answer everywhere else. The file of a disk that a VM has should be there.
        if (@($read.rows).Count -eq 0 -and $problems.Count -eq $before -and -not $read.isMissing) { $problems.Add("Get-VHD ${one}: the file is not there, or may not be opened.") }
        foreach ($row in $read.rows) {
            $Progress[$one] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                    vhdFormat     = 'name', 'VhdFormat'
                    vhdType       = 'name', 'VhdType'
                    sizeBytes     = 'integer', 'Size'
                    fileSizeBytes = 'integer', 'FileSize'
                }) $problems
        }
    }
    if ($unread -gt 0) { $problems.Add("Get-VHD: $unread of $($Path.Count) files wait for a later run, $BudgetSeconds s were not enough.") }
    New-InnkeeperReading $Progress $problems
}
