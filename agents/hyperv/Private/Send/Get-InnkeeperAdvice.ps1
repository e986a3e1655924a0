function Get-InnkeeperAdvice {
    <#
    .SYNOPSIS
        What to do about an answer that does not take this host, for the log and for whoever enrols.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [int] $Status,
        [switch] $IsEnrolment
    )
    if ($IsEnrolment) {
        switch ($Status) {
            { $_ -in 401, 403 } { return 'The enrolment key is mistyped, used up, expired or revoked. Make a new one on the server (Hosts, Enrol a host) and run Register-InnkeeperHost with it.' }
            409 { return 'The server knows this machine, or this instance, already. If the agent was installed anew here, an administrator has to approve it on the server, after which the same command enrols it; if this disk is a copy of another host, delete instance.json and token.sealed under C:\ProgramData\Innkeeper and enrol again.' }
            422 { return 'The server does not take what this agent says of the machine. The two versions may not fit: update the agent.' }
            { $_ -ge 300 -and $_ -lt 400 -or $_ -in 404, 407 } { break }
            429 { return 'Too many enrol at once. Try again in a few minutes.' }
            0 { return 'The server cannot be reached. Run Test-Innkeeper: it says at which step the way ends.' }
            default { return 'Try again later. The server''s own log says more.' }
        }
    }
    switch ($Status) {
        { $_ -ge 300 -and $_ -lt 400 } { return 'The address leads on to another one, where the token is not sent: say the right one with Install-Innkeeper -Server.' }
        404 { return 'This address answers, but it is no Innkeeper server. Look at the address, and at a proxy in between.' }
        407 { return 'The proxy wants to know who asks: Install-Innkeeper -ProxyUseDefaultCredentials.' }
        401 { return 'The token is not known to the server any more: it was revoked, or the server was set up anew. Enrol again: Register-InnkeeperHost -Force. What was collected is kept until then.' }
        403 { return 'The token is not allowed to speak for this host. Enrol again: Register-InnkeeperHost -Force. What was collected is kept until then.' }
        409 { return 'Another machine claims the identity of this one, or this disk is a copy. An administrator has to look at it on the server. What was collected is kept until then.' }
        default { return '' }
    }
}
