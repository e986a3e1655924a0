function Get-InnkeeperState {
    <#
    .SYNOPSIS
        Returns the state that one run leaves to the next: the counter, the interval, the server's last response. Never null.
    .DESCRIPTION
        The counter orders snapshots for the server: (epoch, sequence), where epoch is the Unix millisecond of its creation. A new
        counter starts above all pending snapshots, even if the clock was set back in between.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    $read = $null
    try { $read = Read-InnkeeperJsonFile $Path.state }
    catch { Write-InnkeeperLog $Path Warning 1208 "state.json is damaged and is recreated: $(Get-InnkeeperErrorText $_)" }
    $state = [ordered]@{
        epoch             = [long] 0
        sequence          = [long] 0
        acknowledgedEpoch = [long] 0
        acknowledged      = [long] 0
        raises            = [long] 0
        intervalSeconds   = [long] 60
        slot              = [long] -1
        failures          = [long] 0
        sendAgainAtMs     = [long] 0
        dropped           = [long] 0
        refused           = [long] 0
        alert             = [long] 0
        livedMs           = [long] 0
        seenAtMs          = [long] 0
    }
    if ($null -ne $read) { foreach ($entry in $read.GetEnumerator()) { $state[$entry.Key] = $entry.Value } }
    if ($state['epoch'] -eq 0) {
        $newest = [long] 0
        foreach ($waiting in Get-InnkeeperSpool $Path) {
            $newest = [System.Math]::Max($newest, $waiting.epoch)
            $state['livedMs'] = [System.Math]::Max($state['livedMs'], $waiting.livedMs)
        }
        $state['epoch'] = [System.Math]::Max((ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)), $newest + 1)
        Write-InnkeeperJsonFile $Path.state $state
    }
    $state
}
