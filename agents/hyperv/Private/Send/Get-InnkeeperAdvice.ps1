function Get-InnkeeperAdvice {
    <#
    .SYNOPSIS
        Returns what to do about a response that rejects this host, for the log and for the administrator who enrols it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [int] $Status,
        [switch] $IsEnrolment
    )
    if ($IsEnrolment) {
        switch ($Status) {
            { $_ -in 401, 403 } { return 'The enrolment key is mistyped, used up, expired or revoked. Create a new one on the server (Hosts, Enrol a host) and run Register-InnkeeperHost with it.' }
            409 { return 'The server already knows this machine or this instance. If the agent was reinstalled here, an administrator must approve it on the server, after which the same command enrols it. If this disk is a copy of another host, delete instance.json and token.sealed in C:\ProgramData\Innkeeper and enrol again.' }
            422 { return 'The server does not accept the machine data from this agent. The two versions may be incompatible: update the agent.' }
            { $_ -ge 300 -and $_ -lt 400 -or $_ -in 404, 407 } { break }
            429 { return 'Too many hosts are enrolling at once. Try again in a few minutes.' }
            0 { return 'The server cannot be reached. Run Test-Innkeeper to see at which step the connection fails.' }
            default { return 'Try again later. See the server''s log for details.' }
        }
    }
    switch ($Status) {
        { $_ -ge 300 -and $_ -lt 400 } { return 'The address redirects to another one, to which the token is not sent. Specify the correct address with Install-Innkeeper -Server.' }
        404 { return 'This address responds, but it is not an Innkeeper server. Check the address and the proxy.' }
        407 { return 'The proxy requires authentication: use Install-Innkeeper -ProxyUseDefaultCredentials.' }
        401 { return 'The server no longer knows the token: it was revoked, or the server was set up again. Enrol again: Register-InnkeeperHost -Force. Collected snapshots are kept until then.' }
        403 { return 'The token is not valid for this host. Enrol again: Register-InnkeeperHost -Force. Collected snapshots are kept until then.' }
        409 { return 'Another machine claims the identity of this one, or this disk is a copy. An administrator must check this on the server. Collected snapshots are kept until then.' }
        default { return '' }
    }
}
