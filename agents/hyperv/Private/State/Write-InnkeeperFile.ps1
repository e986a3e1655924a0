function Write-InnkeeperFile {
    <#
    .SYNOPSIS
        Writes a file so that after a power failure it is either complete or unchanged: temporary file, flush, rename.
    .DESCRIPTION
        Programs that inspect every new file, such as virus scanners, keep it open for a moment: this waits up to a second for them.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes
    )
    $temporary = "$Path.tmp"
    for ($try = 1; ; $try++) {
        try {
            $stream = [System.IO.FileStream]::new($temporary, 'Create', 'Write', 'None')
            try {
                $stream.Write($Bytes, 0, $Bytes.Length)
                # True: flushes through the system caches to the disk.
                $stream.Flush($true)
            }
            finally { $stream.Dispose() }
            if ([System.IO.File]::Exists($Path)) { [System.IO.File]::Replace($temporary, $Path, [NullString]::Value) }
            else { [System.IO.File]::Move($temporary, $Path) }
            return
        }
        catch {
            $cause = $_.Exception.GetBaseException().GetType()
            if ($try -ge 5 -or $cause -notin [System.IO.IOException], [System.UnauthorizedAccessException]) { throw }
            [System.Threading.Thread]::Sleep(100 * $try)
        }
    }
}
