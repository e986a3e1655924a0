function Test-InnkeeperTls {
    <#
    .SYNOPSIS
        Preflight: checks the TLS connection: protocol version, and the server's certificate against this machine's store.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [hashtable] $Handshake)
    if ($Handshake.step -eq 'done') {
        return New-InnkeeperCheck 'TLS' 'ok' "$($Handshake.protocol), certificate for $($Handshake.subject), valid until $($Handshake.expiresAt)"
    }
    # Windows authenticates to this proxy, which the check does not.
    if ($Handshake.step -eq 'proxy') { return New-InnkeeperCheck 'TLS' 'ok' 'certificate accepted; the version is unknown, because the proxy requires authentication' }
    $advice = 'If the message is about the certificate: its certification authority must be in LocalMachine\Root on this host, not only in your personal store, and it must be valid for this name and date.'
    $advice += ' Otherwise there is no common TLS version or cipher suite, or the port is not one for HTTPS. On Windows Server 2012 R2 install the updates for Schannel and .NET Framework 4.8.'
    New-InnkeeperCheck 'TLS' 'failed' $Handshake.error $advice
}
