function Add-InnkeeperSpooled {
    <#
    .SYNOPSIS
        Assigns the next number and adds a snapshot to the spool. From then on it is sent, set aside or dropped, never lost.
    .DESCRIPTION
        The number is on disk before the snapshot: a power failure can lose a number, but no number is used twice.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Body
    )
    $State['sequence']++
    Write-InnkeeperJsonFile $Path.state $State
    $Body['epoch'] = $State['epoch']
    $Body['sequence'] = $State['sequence']
    $stamp = $Body['collectedAt'] -replace '[-:.]', ''
    $name = '{0:d16}-{1:d12}-{2}-{3:d13}-{4}.json.gz' -f [long] $State['epoch'], [long] $State['sequence'], $stamp, [long] $State['livedMs'], $Body['snapshotId']
    [void] [System.IO.Directory]::CreateDirectory($Path.spool)
    $utf8 = [System.Text.UTF8Encoding]::new($false)
    $bytes = $utf8.GetBytes((ConvertTo-InnkeeperJson $Body))
    # The server accepts 8 MiB, including the time of the attempt.
    for ($step = 1; $bytes.Length -gt 8MB - 1KB; $step++) {
        if ($step -gt 3) { throw "The snapshot is larger than the server accepts even without its VMs: $($bytes.Length) bytes." }
        Limit-InnkeeperBody $Body $step
        $bytes = $utf8.GetBytes((ConvertTo-InnkeeperJson $Body))
    }
    Write-InnkeeperFile ([System.IO.Path]::Combine($Path.spool, $name)) (Compress-InnkeeperBytes $bytes)
}
