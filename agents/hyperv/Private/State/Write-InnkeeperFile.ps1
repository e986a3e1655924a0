function Write-InnkeeperFile {
    <#
    .SYNOPSIS
        Writes a file so that it is there whole or as it was before, whenever the power fails: temporary file, flush, rename.
    .DESCRIPTION
        Programs that look at every new file, as virus scanners do, hold it open for a moment: that is waited out, up to a second.
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
                # True: through the caches of the system onto the disk.
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
