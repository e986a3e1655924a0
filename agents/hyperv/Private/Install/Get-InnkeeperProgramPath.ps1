function Get-InnkeeperProgramPath {
    <#
    .SYNOPSIS
        The folder under which the module's versions lie, where Windows PowerShell finds them by name.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ()
    [System.IO.Path]::Combine((Get-InnkeeperSystemFolder ProgramFiles), 'WindowsPowerShell', 'Modules', 'Innkeeper')
}
