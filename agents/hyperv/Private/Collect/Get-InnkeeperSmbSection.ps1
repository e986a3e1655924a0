function Get-InnkeeperSmbSection {
    <#
    .SYNOPSIS
        Reads the host's SMB client and server: configuration, interfaces, active connections, and DCB.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $section = [ordered]@{}
    $client = Read-InnkeeperRow 'Get-SmbClientConfiguration' { SmbShare\Get-SmbClientConfiguration } $problems
    if ($client.isMissing) { return New-InnkeeperReading $null $problems 'The SmbShare module is not installed on this host.' }
    foreach ($row in $client.rows) {
        $section['client'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                enableMultiChannel       = 'flag', 'EnableMultiChannel'
                requireSecuritySignature = 'flag', 'RequireSecuritySignature'
            }) $problems
    }
    $server = Read-InnkeeperRow 'Get-SmbServerConfiguration' { SmbShare\Get-SmbServerConfiguration } $problems
    foreach ($row in $server.rows) {
        $section['server'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                enableMultiChannel       = 'flag', 'EnableMultiChannel'
                encryptData              = 'flag', 'EncryptData'
                rejectUnencryptedAccess  = 'flag', 'RejectUnencryptedAccess'
                requireSecuritySignature = 'flag', 'RequireSecuritySignature'
                enableSMB1Protocol       = 'flag', 'EnableSMB1Protocol'
                enableSMB2Protocol       = 'flag', 'EnableSMB2Protocol'
            }) $problems
    }
    $interface = [ordered]@{
        interfaceIndex         = 'integer', 'InterfaceIndex'
        friendlyName           = 'text', 'FriendlyName'
        linkSpeedBitsPerSecond = 'integer', 'LinkSpeed'
        rssCapable             = 'flag', 'RssCapable'
        rdmaCapable            = 'flag', 'RdmaCapable'
    }
    $rows = (Read-InnkeeperRow 'Get-SmbClientNetworkInterface' { SmbShare\Get-SmbClientNetworkInterface } $problems).rows
    if ($null -ne $rows) { $section['clientInterfaces'] = @(foreach ($row in $rows) { ConvertTo-InnkeeperRecord $row $interface $problems }) }
    $rows = (Read-InnkeeperRow 'Get-SmbServerNetworkInterface' { SmbShare\Get-SmbServerNetworkInterface } $problems).rows
    if ($null -ne $rows) { $section['serverInterfaces'] = @(foreach ($row in $rows) { ConvertTo-InnkeeperRecord $row $interface $problems }) }

    $connections = Get-InnkeeperSmbConnection $problems
    if ($null -ne $connections) { $section['connections'] = $connections }
    $rows = (Read-InnkeeperRow 'Get-SmbMultichannelConstraint' { SmbShare\Get-SmbMultichannelConstraint } $problems).rows
    if ($null -ne $rows) {
        $section['constraints'] = @(foreach ($row in $rows) {
                ConvertTo-InnkeeperRecord $row ([ordered]@{ serverName = 'text', 'ServerName'; interfaces = 'texts', 'InterfaceAlias' }) $problems
            })
    }
    $section['dcb'] = Get-InnkeeperDcb $problems
    New-InnkeeperReading $section $problems
}
