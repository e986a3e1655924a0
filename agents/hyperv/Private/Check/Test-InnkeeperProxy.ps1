function Test-InnkeeperProxy {
    <#
    .SYNOPSIS
        Preflight: checks which proxy is used, and whether it lets the agent through.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,

        # The response to a request through it.
        [Parameter(Mandatory)] [hashtable] $Answer,

        # The TLS connection; null for plain HTTP.
        [Parameter(Mandatory)] [AllowNull()] [hashtable] $Handshake
    )
    $proxy = $Setting['proxy']
    if (-not $proxy) { return New-InnkeeperCheck 'proxy' 'ok' 'none: the agent connects directly, whatever the Windows proxy settings are' }
    $status = $Answer.status
    if ($status -eq 0 -and $null -ne $Handshake) { $status = $Handshake.proxyStatus }
    if ($status -eq 407) { return New-InnkeeperCheck 'proxy' 'failed' "$proxy responds: HTTP 407" 'The proxy requires authentication: use -ProxyUseDefaultCredentials.' }
    $isRefused = $Answer.status -eq 0 -and $null -ne $Handshake -and $Handshake.step -eq 'proxy'
    if ($isRefused) { return New-InnkeeperCheck 'proxy' 'failed' "$proxy does not open a connection to the server: $(if ($status -gt 0) { "HTTP $status" } else { 'no response' })" 'Allow the server''s name and port in the proxy.' }
    $isAbsent = $Answer.status -eq 0 -and ($null -eq $Handshake -or $Handshake.step -eq 'connection')
    if ($isAbsent) { return New-InnkeeperCheck 'proxy' 'failed' "${proxy}: $($Answer.error)" "Check the proxy's name and port, and the firewall. The proxy $proxy may refuse the connection." }
    $as = if ($Setting['proxyUseDefaultCredentials']) { 'authenticates as this account' } else { 'does not authenticate' }
    New-InnkeeperCheck 'proxy' 'ok' "$proxy forwards requests; the agent $as"
}
