function Get-InnkeeperHandshake {
    <#
    .SYNOPSIS
        Makes the TLS connection of a request, without the request: { step, error, proxyStatus, protocol, subject, expiresAt }.
    .DESCRIPTION
        step is how far it got: connection, proxy, TLS or done. Protocols and certificate validation are those of every request:
        the ones of this process, and the machine's store. A proxy is asked without credentials; proxyStatus is its response.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [System.Collections.IDictionary] $Setting)
    Set-InnkeeperTls
    $url = [uri] $Setting['server']
    $first = if ($Setting['proxy']) { [uri] $Setting['proxy'] } else { $url }
    $told = @{ step = 'connection'; error = ''; proxyStatus = 0; protocol = ''; subject = ''; expiresAt = '' }
    $client = $null
    try {
        $client = [System.Net.Sockets.TcpClient]::new($first.DnsSafeHost, $first.Port)
        $stream = $client.GetStream()
        $stream.ReadTimeout = 15000
        $stream.WriteTimeout = 15000
        if ($Setting['proxy']) {
            $told.step = 'proxy'
            $told.proxyStatus = Open-InnkeeperTunnel $stream "$($url.DnsSafeHost):$($url.Port)"
            if ($told.proxyStatus -ne 200) { return $told }
        }
        $told.step = 'TLS'
        $secure = [System.Net.Security.SslStream]::new($stream)
        $protocols = [System.Security.Authentication.SslProtocols] [int] [System.Net.ServicePointManager]::SecurityProtocol
        $secure.AuthenticateAsClient($url.DnsSafeHost, $null, $protocols, $false)
        $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($secure.RemoteCertificate)
        $told.protocol = "$($secure.SslProtocol)"
        $told.subject = $certificate.Subject
        $told.expiresAt = $certificate.NotAfter.ToUniversalTime().ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $told.step = 'done'
    }
    catch { $told.error = Get-InnkeeperErrorText $_ }
    finally { if ($null -ne $client) { $client.Dispose() } }
    $told
}
