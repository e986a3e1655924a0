function Write-InnkeeperJsonFile {
    <#
    .SYNOPSIS
        Writes one of the agent's own files as JSON, completely or not at all.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Value
    )
    Write-InnkeeperFile $Path ([System.Text.UTF8Encoding]::new($false).GetBytes((ConvertTo-InnkeeperJson $Value)))
}
