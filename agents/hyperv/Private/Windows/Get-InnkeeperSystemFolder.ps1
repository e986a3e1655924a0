function Get-InnkeeperSystemFolder {
    <#
    .SYNOPSIS
        Returns a Windows folder for all users: ProgramFiles or CommonApplicationData.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [System.Environment+SpecialFolder] $Name)
    [System.Environment]::GetFolderPath($Name)
}
