function Set-InnkeeperTls {
    <#
    .SYNOPSIS
        Lets Windows choose the TLS version. Only if this process has a fixed list of versions, TLS 1.2 is added to it.
    .DESCRIPTION
        The value 0 means "system default": adding anything to it would fix the list and exclude TLS 1.3.
    #>
    [CmdletBinding()]
    param ()
    $chosen = [System.Net.ServicePointManager]::SecurityProtocol
    if ([int] $chosen -ne 0) { [System.Net.ServicePointManager]::SecurityProtocol = $chosen -bor [System.Net.SecurityProtocolType]::Tls12 }
}
