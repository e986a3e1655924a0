function Get-InnkeeperVhdPart {
    <#
    .SYNOPSIS
        Reads format, type and sizes of virtual disks, by path. Slow, because each file is opened: read occasionally, with its own time limit.
    .DESCRIPTION
        A file that cannot be read has no entry; the others keep theirs. Files of busy VMs (merging, moving) are not opened.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Path,

        # Seconds after which no further file is read. What was read until then is returned.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that a file that hangs does not lose what was read before it.
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
        # Elsewhere "not found" is a valid result. The file of a VM's disk should exist.
        if (@($read.rows).Count -eq 0 -and $problems.Count -eq $before -and -not $read.isMissing) { $problems.Add("Get-VHD ${one}: the file does not exist or cannot be opened.") }
        foreach ($row in $read.rows) {
            $Progress[$one] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                    vhdFormat     = 'name', 'VhdFormat'
                    vhdType       = 'name', 'VhdType'
                    sizeBytes     = 'integer', 'Size'
                    fileSizeBytes = 'integer', 'FileSize'
                }) $problems
        }
    }
    if ($unread -gt 0) { $problems.Add("Get-VHD: $unread of $($Path.Count) files were not read within $BudgetSeconds s; a later run reads them.") }
    New-InnkeeperReading $Progress $problems
}
