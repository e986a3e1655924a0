function Get-InnkeeperSpool {
    <#
    .SYNOPSIS
        Returns the pending snapshots in the order of collection: { file, name, epoch, sequence, collectedAt, livedMs, snapshotId, length }.
    .DESCRIPTION
        The file's name contains all of it, so that listing opens no file:
        epoch-sequence-time-livedMs-snapshotId.json.gz, where livedMs is how long the agent had been running by then.
    #>
    [CmdletBinding()]
    [OutputType([hashtable[]])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    if (-not [System.IO.Directory]::Exists($Path.spool)) { return }
    $names = [System.IO.Directory]::GetFiles($Path.spool, '*.json.gz')
    [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
    foreach ($file in $names) {
        $name = [System.IO.Path]::GetFileName($file)
        if ($name -cnotmatch '\A(\d{16})-(\d{12})-(\d{8}T\d{9}Z)-(?:(\d{13})-)?([0-9a-f-]{36})\.json\.gz\z') { continue }
        @{
            file        = $file
            name        = $name
            epoch       = [long] $Matches[1]
            sequence    = [long] $Matches[2]
            collectedAt = [datetime]::ParseExact($Matches[3], "yyyyMMdd'T'HHmmssfff'Z'", [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal')
            # A name without it is from an earlier agent version: it starts to age with the upgrade.
            livedMs     = if ($Matches.ContainsKey(4)) { [long] $Matches[4] } else { [long] 0 }
            snapshotId  = $Matches[5]
            length      = [System.IO.FileInfo]::new($file).Length
        }
    }
}
