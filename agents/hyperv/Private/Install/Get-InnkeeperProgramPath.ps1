function Get-InnkeeperProgramPath {
    <#
    .SYNOPSIS
        Returns the folder of the module's versions, where Windows PowerShell finds them by name.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ()
    [System.IO.Path]::Combine((Get-InnkeeperSystemFolder ProgramFiles), 'WindowsPowerShell', 'Modules', 'Innkeeper')
}
