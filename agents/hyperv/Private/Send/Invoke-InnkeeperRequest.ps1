function Invoke-InnkeeperRequest {
    <#
    .SYNOPSIS
        Sends one HTTP request to the server: { status, body, retryAfter, date, error }. Status is 0 if there was no response.
    .DESCRIPTION
        Uses HttpWebRequest with bytes, not Invoke-WebRequest, which in Windows PowerShell 5.1 guesses encodings and loses the body of
        an error. Redirects are not followed, because they would forward the token. Certificates are validated only with this
        machine's store. At most 1 MiB of a response is read.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,

        # Relative to the server's address, for example /api/v1/snapshots.
        [Parameter(Mandatory)] [string] $Path,
        [AllowEmptyString()] [string] $Token,

        # Posted as JSON. Without it the request is a GET.
        [AllowNull()] [byte[]] $Body,
        [switch] $IsGzip,
        [int] $TimeoutSeconds = 60
    )
    $answer = @{ status = 0; body = [byte[]] @(); retryAfter = $null; date = $null; error = $null }
    $wrong = Test-InnkeeperServerUrl $Setting['server'] $Setting['allowPlainHttp']
    if ($wrong) { $answer.error = $wrong; return $answer }
    Set-InnkeeperTls
    $response = $null
    try {
        $request = [System.Net.WebRequest]::Create($Setting['server'].TrimEnd('/') + $Path)
        $request.AllowAutoRedirect = $false
        $request.ServicePoint.Expect100Continue = $false
        $request.Timeout = 1000 * $TimeoutSeconds
        $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
        $request.UserAgent = "Innkeeper-Agent/$(Get-InnkeeperVersion)"
        $request.Accept = 'application/json'
        # Null means "no proxy": the proxy settings of a service account are never intended.
        $request.Proxy = $null
        if ($Setting['proxy']) {
            $request.Proxy = [System.Net.WebProxy]::new($Setting['proxy'])
            $request.Proxy.UseDefaultCredentials = $Setting['proxyUseDefaultCredentials']
        }
        if ($Token) { $request.Headers['Authorization'] = "Bearer $Token" }
        if ($null -ne $Body) {
            $request.Method = 'POST'
            $request.ContentType = 'application/json'
            if ($IsGzip) { $request.Headers['Content-Encoding'] = 'gzip' }
            $request.ContentLength = $Body.Length
            $stream = $request.GetRequestStream()
            try { $stream.Write($Body, 0, $Body.Length) }
            finally { $stream.Dispose() }
        }
        $response = $request.GetResponse()
    }
    catch {
        $cause = $_.Exception
        while ($null -ne $cause -and $cause -isnot [System.Net.WebException]) { $cause = $cause.InnerException }
        # A response with status 400 or above is an exception that carries the response.
        if ($null -ne $cause -and $null -ne $cause.Response) { $response = $cause.Response }
        else { $answer.error = Get-InnkeeperErrorText $_ }
    }
    if ($null -eq $response) { return $answer }
    try {
        $status = [int] $response.StatusCode
        $answer.retryAfter = $response.Headers['Retry-After']
        $answer.date = $response.Headers['Date']
        $answer.body = Read-InnkeeperStream ($response.GetResponseStream()) 1MB
        $answer.status = $status
    }
    catch { $answer.error = Get-InnkeeperErrorText $_ }
    finally { $response.Dispose() }
    $answer
}
