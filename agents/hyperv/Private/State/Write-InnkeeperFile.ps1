function Write-InnkeeperFile {
    <#
    .SYNOPSIS
        Writes a file so that it is there whole or as it was before, whenever the power fails: temporary file, flush, rename.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes
    )
    $temporary = "$Path.tmp"
    $stream = [System.IO.FileStream]::new($temporary, 'Create', 'Write', 'None')
    try {
        $stream.Write($Bytes, 0, $Bytes.Length)
        # True: through the caches of the system onto the disk.
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
    if ([System.IO.File]::Exists($Path)) { [System.IO.File]::Replace($temporary, $Path, [NullString]::Value) }
    else { [System.IO.File]::Move($temporary, $Path) }
}
