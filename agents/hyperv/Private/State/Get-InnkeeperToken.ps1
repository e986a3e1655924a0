function Get-InnkeeperToken {
    <#
    .SYNOPSIS
        The agent's token; null when this host is not enrolled. Throws when it was sealed on another machine.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    if (-not [System.IO.File]::Exists($Path.token)) { return $null }
    try { [System.Text.Encoding]::UTF8.GetString((Unprotect-InnkeeperSecret ([System.IO.File]::ReadAllBytes($Path.token)))) }
    catch { throw "The token cannot be opened: it was sealed on another machine, or this account may not read it. Enrol again with Register-InnkeeperHost -Force. ($(Get-InnkeeperErrorText $_))" }
}
