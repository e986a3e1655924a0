function Test-InnkeeperServer {
    <#
    .SYNOPSIS
        Preflight: the way to the server, its certificate, a proxy in between, and how far the two clocks are apart.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.IDictionary] $Setting)
    $wrong = Test-InnkeeperServerUrl $Setting['server'] $Setting['allowPlainHttp']
    if ($wrong) { return New-InnkeeperCheck 'server' 'failed' $wrong 'Say another address with -Server.' }
    $wrong = Test-InnkeeperProxyUrl $Setting['proxy']
    if ($wrong) { return New-InnkeeperCheck 'server' 'failed' $wrong 'Say another proxy with -Proxy.' }
    $url = [uri] $Setting['server']
    if ($url.Scheme -eq 'http') { New-InnkeeperCheck 'encryption' 'warning' 'plain HTTP' 'Token and report can be read on the way. Give the server a certificate.' }
    $answer = Invoke-InnkeeperRequest -Setting $Setting -Path '/healthz' -TimeoutSeconds 15
    if ($answer.status -eq 0) {
        $advice = "Look at the name, at the firewall for TCP $($url.Port), and whether a proxy is needed (-Proxy)."
        if ($url.Scheme -eq 'https') { $advice += ' If the message speaks of trust: the authority of the server''s certificate has to be in LocalMachine\Root of this host, not only in your own store.' }
        if ($Setting['proxy']) { $advice += " The proxy $($Setting['proxy']) may refuse." }
        return New-InnkeeperCheck 'server' 'failed' $answer.error $advice
    }
    $text = [System.Text.Encoding]::UTF8.GetString($answer.body)
    if ($answer.status -eq 407) { return New-InnkeeperCheck 'server' 'failed' 'HTTP 407' 'The proxy wants to know who asks: -ProxyUseDefaultCredentials.' }
    if ($answer.status -ne 200 -or $text -notmatch '"status"') { return New-InnkeeperCheck 'server' 'failed' "HTTP $($answer.status)" 'Something answers at this address, but it is no Innkeeper server.' }
    New-InnkeeperCheck 'server' 'ok' "$($Setting['server']) answers"
    $serverTime = [datetime]::MinValue
    if (-not [datetime]::TryParse($answer.date, [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $serverTime)) { return }
    $skew = [System.Math]::Round(((Get-InnkeeperTime) - $serverTime).TotalSeconds)
    $detail = "this clock is $([System.Math]::Abs($skew)) s $(if ($skew -lt 0) { 'behind' } else { 'ahead of' }) the server's"
    if ([System.Math]::Abs($skew) -le 120) { New-InnkeeperCheck 'clock' 'ok' $detail }
    else { New-InnkeeperCheck 'clock' 'warning' $detail 'Set this host''s time source right: TLS and tickets fail with a wrong clock. Reports are dated by the server.' }
}
