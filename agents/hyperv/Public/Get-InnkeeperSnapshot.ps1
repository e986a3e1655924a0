function Get-InnkeeperSnapshot {
    <#
    .SYNOPSIS
        Reads this host and shows the snapshot that would be sent. Sends nothing, stores nothing, changes nothing.
    .DESCRIPTION
        Shows what would leave the host before it does. All data is read fresh: the agent's cache of slow sections is neither
        used nor updated, and neither pending snapshots nor the last send error are included. Works before the agent is
        installed, as soon as the module is unpacked.
    .EXAMPLE
        Get-InnkeeperSnapshot

        Prints the snapshot as JSON, exactly as it would be sent.
    .EXAMPLE
        (Get-InnkeeperSnapshot -AsObject).sections

        Shows which sections were read, how long each took, and what failed.
    .OUTPUTS
        System.String, or System.Collections.Specialized.OrderedDictionary with -AsObject
    #>
    [CmdletBinding()]
    [OutputType([string], [System.Collections.Specialized.OrderedDictionary])]
    param (
        # Returns the snapshot as a dictionary instead of JSON.
        [switch] $AsObject
    )
    $body = New-InnkeeperSnapshotBody @{
        snapshotId      = New-InnkeeperUuid
        epoch           = ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)
        sequence        = 0
        instanceId      = [guid]::Empty.ToString()
        intervalSeconds = 60
        spool           = [ordered]@{ pending = 0; dropped = 0 }
    } ([ordered]@{})
    if ($AsObject) { return $body }
    ConvertTo-InnkeeperJson $body
}
