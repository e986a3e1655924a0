function Get-InnkeeperTime {
    <#
    .SYNOPSIS
        Returns the time of this machine, in UTC. The clock is read only here, so that tests can set it.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param ()
    [datetime]::UtcNow
}
