function Get-InnkeeperToken {
    <#
    .SYNOPSIS
        Returns the agent's token; null if this host is not enrolled. Throws if it was encrypted on another machine.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    if (-not [System.IO.File]::Exists($Path.token)) { return $null }
    try { [System.Text.Encoding]::UTF8.GetString((Unprotect-InnkeeperSecret ([System.IO.File]::ReadAllBytes($Path.token)))) }
    catch { throw "The token cannot be decrypted: it was encrypted on another machine, or this account cannot read it. Enrol again with Register-InnkeeperHost -Force. ($(Get-InnkeeperErrorText $_))" }
}
