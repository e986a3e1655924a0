function Get-InnkeeperSystemFolder {
    <#
    .SYNOPSIS
        A folder that Windows has for all users: ProgramFiles, or CommonApplicationData.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [System.Environment+SpecialFolder] $Name)
    [System.Environment]::GetFolderPath($Name)
}
