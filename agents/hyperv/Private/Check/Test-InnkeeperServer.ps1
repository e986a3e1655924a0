function Test-InnkeeperServer {
    <#
    .SYNOPSIS
        Preflight: checks the connection to the server, its certificate, the proxy, and the difference between the two clocks.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.IDictionary] $Setting)
    $wrong = Test-InnkeeperServerUrl $Setting['server'] $Setting['allowPlainHttp']
    if ($wrong) { return New-InnkeeperCheck 'server' 'failed' $wrong 'Specify a different address with -Server.' }
    $wrong = Test-InnkeeperProxyUrl $Setting['proxy']
    if ($wrong) { return New-InnkeeperCheck 'server' 'failed' $wrong 'Specify a different proxy with -Proxy.' }
    $url = [uri] $Setting['server']
    if ($url.Scheme -eq 'http') { New-InnkeeperCheck 'encryption' 'warning' 'plain HTTP' 'Token and report can be read in transit. Install a certificate on the server.' }
    $answer = Invoke-InnkeeperRequest -Setting $Setting -Path '/healthz' -TimeoutSeconds 15
    if ($answer.status -eq 0) {
        $advice = "Check the name, the firewall for TCP $($url.Port), and whether a proxy is required (-Proxy)."
        if ($url.Scheme -eq 'https') { $advice += ' If the message mentions trust: the certification authority of the server''s certificate must be in LocalMachine\Root on this host, not only in your personal store.' }
        if ($Setting['proxy']) { $advice += " The proxy $($Setting['proxy']) may refuse the connection." }
        return New-InnkeeperCheck 'server' 'failed' $answer.error $advice
    }
    $text = [System.Text.Encoding]::UTF8.GetString($answer.body)
    if ($answer.status -eq 407) { return New-InnkeeperCheck 'server' 'failed' 'HTTP 407' 'The proxy requires authentication: use -ProxyUseDefaultCredentials.' }
    if ($answer.status -ne 200 -or $text -notmatch '"status"') { return New-InnkeeperCheck 'server' 'failed' "HTTP $($answer.status)" 'This address responds, but it is not an Innkeeper server.' }
    New-InnkeeperCheck 'server' 'ok' "$($Setting['server']) responds"
    $serverTime = [datetime]::MinValue
    if (-not [datetime]::TryParse($answer.date, [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $serverTime)) { return }
    $skew = [System.Math]::Round(((Get-InnkeeperTime) - $serverTime).TotalSeconds)
    $detail = "this clock is $([System.Math]::Abs($skew)) s $(if ($skew -lt 0) { 'behind' } else { 'ahead of' }) the server's"
    if ([System.Math]::Abs($skew) -le 120) { New-InnkeeperCheck 'clock' 'ok' $detail }
    else { New-InnkeeperCheck 'clock' 'warning' $detail 'Correct this host''s time source: TLS and Kerberos fail if the clock is wrong. The server dates the reports itself.' }
}
