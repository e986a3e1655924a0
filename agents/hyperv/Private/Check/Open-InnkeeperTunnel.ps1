function Open-InnkeeperTunnel {
    <#
    .SYNOPSIS
        Asks a proxy for a connection to the server, and returns the status of its response; 0 if that is not HTTP.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param (
        [Parameter(Mandatory)] [System.IO.Stream] $Stream,

        # Name and port of the server.
        [Parameter(Mandatory)] [string] $Target
    )
    $request = [System.Text.Encoding]::ASCII.GetBytes("CONNECT $Target HTTP/1.1`r`nHost: $Target`r`n`r`n")
    $Stream.Write($request, 0, $request.Length)
    $head = [System.Text.StringBuilder]::new()
    # Byte by byte: what follows the empty line belongs to the server.
    while ($head.Length -lt 16384 -and -not $head.ToString().EndsWith("`r`n`r`n")) {
        $byte = $Stream.ReadByte()
        if ($byte -lt 0) { break }
        [void] $head.Append([char] $byte)
    }
    if ($head.ToString() -match '\AHTTP/1\.\d (\d{3})') { return [int] $Matches[1] }
    0
}
