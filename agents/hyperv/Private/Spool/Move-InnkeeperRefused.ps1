function Move-InnkeeperRefused {
    <#
    .SYNOPSIS
        Sets aside a snapshot that is not sent again, with the reason beside it, and returns whether it could be moved. The last twenty are kept.
    .DESCRIPTION
        The reason is written first: from then on the snapshot counts as set aside, even if another program still has it open.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [hashtable] $Waiting,

        # Not required if the reason was written by an earlier run that could not move the file.
        [AllowEmptyString()] [string] $Reason
    )
    [void] [System.IO.Directory]::CreateDirectory($Path.refused)
    $target = [System.IO.Path]::Combine($Path.refused, $Waiting.name)
    if ($Reason) { Write-InnkeeperFile "$target.txt" ([System.Text.UTF8Encoding]::new($false).GetBytes($Reason)) }
    try {
        if ([System.IO.File]::Exists($target)) { [System.IO.File]::Delete($target) }
        [System.IO.File]::Move($Waiting.file, $target)
    }
    catch {
        Write-InnkeeperLog $Path Information 1203 "$($Waiting.name) cannot be moved to $($Path.refused) now; it is not sent, and the next run tries again: $(Get-InnkeeperErrorText $_)"
        return $false
    }
    $kept = [System.IO.Directory]::GetFiles($Path.refused, '*.json.gz')
    [System.Array]::Sort($kept, [System.StringComparer]::Ordinal)
    for ($index = 0; $index -lt $kept.Length - 20; $index++) {
        [System.IO.File]::Delete($kept[$index])
        [System.IO.File]::Delete("$($kept[$index]).txt")
    }
    $true
}
