function Get-InnkeeperSmbSection {
    <#
    .SYNOPSIS
        Reads the host's SMB client and server: configuration, interfaces, constraints and DCB.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Filled while reading, so that a call that hangs does not lose what was read before it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $client = Read-InnkeeperRow 'Get-SmbClientConfiguration' { SmbShare\Get-SmbClientConfiguration } $problems
    if ($client.isMissing) { return New-InnkeeperReading $null $problems 'The SmbShare module is not installed on this host.' }
    foreach ($row in $client.rows) {
        $Progress['client'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                enableMultiChannel       = 'flag', 'EnableMultiChannel'
                requireSecuritySignature = 'flag', 'RequireSecuritySignature'
            }) $problems
    }
    $server = Read-InnkeeperRow 'Get-SmbServerConfiguration' { SmbShare\Get-SmbServerConfiguration } $problems
    foreach ($row in $server.rows) {
        $Progress['server'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
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
    if ($null -ne $rows) { $Progress['clientInterfaces'] = @(foreach ($row in $rows) { ConvertTo-InnkeeperRecord $row $interface $problems }) }
    $rows = (Read-InnkeeperRow 'Get-SmbServerNetworkInterface' { SmbShare\Get-SmbServerNetworkInterface } $problems).rows
    if ($null -ne $rows) { $Progress['serverInterfaces'] = @(foreach ($row in $rows) { ConvertTo-InnkeeperRecord $row $interface $problems }) }

    $rows = (Read-InnkeeperRow 'Get-SmbMultichannelConstraint' { SmbShare\Get-SmbMultichannelConstraint } $problems).rows
    if ($null -ne $rows) {
        $Progress['constraints'] = @(foreach ($row in $rows) {
                ConvertTo-InnkeeperRecord $row ([ordered]@{ serverName = 'text', 'ServerName'; interfaces = 'texts', 'InterfaceAlias' }) $problems
            })
    }
    $Progress['dcb'] = Get-InnkeeperDcb $problems
    New-InnkeeperReading $Progress $problems
}
