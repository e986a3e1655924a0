function Get-InnkeeperSmbConnectionPart {
    <#
    .SYNOPSIS
        Reads the connections of one instance of the SMB client, each as { key, record }.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Empty for versions of Windows that do not have the parameter.
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Instance
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $query = if ($Instance) { { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected -SmbInstance $Instance } } else { { SmbShare\Get-SmbMultichannelConnection -IncludeNotSelected } }
    $read = Read-InnkeeperRow 'Get-SmbMultichannelConnection' $query $problems
    if ($read.isMissing) { return New-InnkeeperReading $null $problems 'Get-SmbMultichannelConnection is not available on this host.' }
    if ($null -eq $read.rows) { return New-InnkeeperReading $null $problems }
    $fields = [ordered]@{
        serverName           = 'text', 'ServerName'
        clientInterfaceIndex = 'integer', 'ClientInterfaceIndex'
        clientRssCapable     = 'flag', 'ClientRSSCapable'
        serverRssCapable     = 'flag', 'ServerRSSCapable'
        clientRdmaCapable    = 'flag', 'ClientRdmaCapable'
        serverRdmaCapable    = 'flag', 'ServerRdmaCapable'
        selected             = 'flag', 'Selected'
        failed               = 'flag', 'Failed'
        currentChannels      = 'integer', 'CurrentChannels'
        maxChannels          = 'integer', 'MaxChannels'
        smbInstance          = 'SmbInstance', 'SmbInstance'
    }
    $connections = @(foreach ($row in $read.rows) {
            $record = ConvertTo-InnkeeperRecord $row $fields $problems
            if ($Instance -and -not $record.Contains('smbInstance')) { $record['smbInstance'] = $Instance }
            @{
                key    = @(foreach ($name in 'ServerName', 'ClientIpAddress', 'ServerIpAddress', 'ClientInterfaceIndex', 'ServerInterfaceIndex', 'SmbInstance') { [string] (Get-InnkeeperProperty $row $name) }) -join '|'
                record = $record
            }
        })
    New-InnkeeperReading $connections $problems
}
