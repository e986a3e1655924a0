function Set-InnkeeperTls {
    <#
    .SYNOPSIS
        Lets Windows choose the version of TLS. Only where this process has a fixed list, TLS 1.2 is added to it.
    .DESCRIPTION
        The value 0 means "as the system decides": adding anything to it would fix the list, and shut out TLS 1.3.
    #>
    [CmdletBinding()]
    param ()
    $chosen = [System.Net.ServicePointManager]::SecurityProtocol
    if ([int] $chosen -ne 0) { [System.Net.ServicePointManager]::SecurityProtocol = $chosen -bor [System.Net.SecurityProtocolType]::Tls12 }
}
