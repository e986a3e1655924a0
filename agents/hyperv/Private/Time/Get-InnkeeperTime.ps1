function Get-InnkeeperTime {
    <#
    .SYNOPSIS
        The clock of this machine, in UTC. The only place where it is asked, so that tests can set it.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param ()
    [datetime]::UtcNow
}
