function Move-InnkeeperRefused {
    <#
    .SYNOPSIS
        Sets aside a snapshot that the server will never accept, with the server's message beside it. The last twenty are kept.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [hashtable] $Waiting,
        [Parameter(Mandatory)] [string] $Reason
    )
    [void] [System.IO.Directory]::CreateDirectory($Path.refused)
    $target = [System.IO.Path]::Combine($Path.refused, $Waiting.name)
    Write-InnkeeperFile "$target.txt" ([System.Text.UTF8Encoding]::new($false).GetBytes($Reason))
    if ([System.IO.File]::Exists($target)) { [System.IO.File]::Delete($target) }
    [System.IO.File]::Move($Waiting.file, $target)
    $kept = [System.IO.Directory]::GetFiles($Path.refused, '*.json.gz')
    [System.Array]::Sort($kept, [System.StringComparer]::Ordinal)
    for ($index = 0; $index -lt $kept.Length - 20; $index++) {
        [System.IO.File]::Delete($kept[$index])
        [System.IO.File]::Delete("$($kept[$index]).txt")
    }
}
