function Test-InnkeeperServer {
    <#
    .SYNOPSIS
        Preflight: checks the proxy, the TLS connection, the server's response, and the difference between the two clocks.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.IDictionary] $Setting)
    $wrong = Test-InnkeeperServerUrl $Setting['server'] $Setting['allowPlainHttp']
    if ($wrong) { return New-InnkeeperCheck 'server' 'failed' $wrong 'Specify a different address with -Server.' }
    $wrong = Test-InnkeeperProxyUrl $Setting['proxy']
    if ($wrong) { return New-InnkeeperCheck 'proxy' 'failed' $wrong 'Specify a different proxy with -Proxy.' }
    $url = [uri] $Setting['server']
    $isTls = $url.Scheme -eq 'https'
    if (-not $isTls) { New-InnkeeperCheck 'encryption' 'warning' 'plain HTTP' 'Token and report can be read in transit. Install a certificate on the server.' }
    $answer = Invoke-InnkeeperRequest -Setting $Setting -Path '/healthz' -TimeoutSeconds 15
    $handshake = if ($isTls) { Get-InnkeeperHandshake $Setting }
    $proxy = Test-InnkeeperProxy $Setting $answer $handshake
    $proxy
    if ($proxy.result -eq 'failed') { return }
    # Without a connection there is nothing to say about TLS.
    if ($isTls -and $handshake.step -ne 'connection') {
        $tls = Test-InnkeeperTls $handshake
        $tls
        if ($tls.result -eq 'failed' -and $answer.status -eq 0) { return }
    }
    if ($answer.status -eq 0) { return New-InnkeeperCheck 'server' 'failed' $answer.error "Check the name, the firewall for TCP $($url.Port), and whether a proxy is required (-Proxy)." }
    $text = [System.Text.Encoding]::UTF8.GetString($answer.body)
    if ($answer.status -ne 200 -or $text -notmatch '"status"') { return New-InnkeeperCheck 'server' 'failed' "HTTP $($answer.status)" 'This address responds, but it is not an Innkeeper server.' }
    New-InnkeeperCheck 'server' 'ok' "$($Setting['server']) responds"
    $serverTime = [datetime]::MinValue
    if (-not [datetime]::TryParse($answer.date, [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $serverTime)) {
        return New-InnkeeperCheck 'clock' 'warning' 'the response contains no time' 'A proxy has removed the header Date. Compare this host''s clock with another one.'
    }
    $skew = [System.Math]::Round(((Get-InnkeeperTime) - $serverTime).TotalSeconds)
    $detail = "this clock is $([System.Math]::Abs($skew)) s $(if ($skew -lt 0) { 'behind' } else { 'ahead of' }) the server's"
    if ([System.Math]::Abs($skew) -le 120) { New-InnkeeperCheck 'clock' 'ok' $detail }
    else { New-InnkeeperCheck 'clock' 'warning' $detail 'Correct this host''s time source: TLS and Kerberos fail if the clock is wrong. The server dates the reports itself.' }
}
