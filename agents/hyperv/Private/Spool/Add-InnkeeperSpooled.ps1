function Add-InnkeeperSpooled {
    <#
    .SYNOPSIS
        Takes the next number and puts a snapshot into the spool. From here on it is sent, set aside or dropped, never lost.
    .DESCRIPTION
        The number is on disk before the snapshot is: a number may be lost to a power failure, and is never used twice.
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
    # The server takes 8 MiB, with the time of the attempt in it.
    if ($bytes.Length -gt 8MB - 1KB) {
        Limit-InnkeeperBody $Body
        $bytes = $utf8.GetBytes((ConvertTo-InnkeeperJson $Body))
    }
    Write-InnkeeperFile ([System.IO.Path]::Combine($Path.spool, $name)) (Compress-InnkeeperBytes $bytes)
}
