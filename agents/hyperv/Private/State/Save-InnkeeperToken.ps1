function Save-InnkeeperToken {
    <#
    .SYNOPSIS
        Encrypts the agent's token for this machine and stores it where only the agent, SYSTEM and Administrators can read it.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [string] $Token
    )
    # The folder's access control list protects the file from its first byte on.
    $sealed = Protect-InnkeeperSecret ([System.Text.Encoding]::UTF8.GetBytes($Token))
    Write-InnkeeperFile $Path.token $sealed
}
