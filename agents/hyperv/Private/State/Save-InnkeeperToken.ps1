function Save-InnkeeperToken {
    <#
    .SYNOPSIS
        Seals the agent's token for this machine and keeps it where only the agent, SYSTEM and Administrators can read it.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [string] $Token
    )
    # The folder's own list of rights is what protects the file, from its first byte on.
    $sealed = Protect-InnkeeperSecret ([System.Text.Encoding]::UTF8.GetBytes($Token))
    Write-InnkeeperFile $Path.token $sealed
}
