function Test-InnkeeperRefused {
    <#
    .SYNOPSIS
        Whether a pending snapshot was already set aside, but could not be moved: the reason for it is in the folder of refused ones.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [hashtable] $Waiting
    )
    [System.IO.File]::Exists([System.IO.Path]::Combine($Path.refused, "$($Waiting.name).txt"))
}
