function Get-InnkeeperState {
    <#
    .SYNOPSIS
        Returns the state that one run leaves to the next: the counter, the interval, the server's last response. Requires the lock.
    .DESCRIPTION
        The counter orders snapshots for the server: (epoch, sequence), where epoch is the Unix millisecond of its creation. A new
        counter starts above all pending snapshots, even if the clock was set back in between. A damaged state is recreated; one that
        cannot be opened ends the run, because it may be intact.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    try { $state = Read-InnkeeperState $Path }
    catch [System.IO.InvalidDataException] {
        Write-InnkeeperLog $Path Warning 1208 "state.json is damaged and is recreated: $(Get-InnkeeperErrorText $_)"
        $state = New-InnkeeperState
    }
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
