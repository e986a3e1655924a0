function Send-InnkeeperWaiting {
    <#
    .SYNOPSIS
        Sends pending snapshots one after another until none is left, the server is not ready, or the time is used up. Returns how many were accepted.
    .DESCRIPTION
        Oldest first while at most 30 are pending, so that a short outage leaves no gap; otherwise newest first, because the present
        matters more than the past. A file is deleted only when the server has acknowledged its id, so that termination of the
        process at any step loses nothing, and a snapshot that is sent again has the same id.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [string] $Token,
        [switch] $IgnoreWait,
        [int] $BudgetSeconds = 40
    )
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $sent = 0
    $skipped = @{}
    while ($watch.Elapsed.TotalSeconds -lt $BudgetSeconds) {
        $waitMs = $State['sendAgainAtMs'] - (ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime))
        # No wait is longer than 75 minutes: a longer one was recorded before the clock was set back.
        if ($waitMs -gt 0 -and $waitMs -le 4500000 -and -not $IgnoreWait) { break }
        $waiting = @(foreach ($one in Get-InnkeeperSpool $Path) { if (-not $skipped.ContainsKey($one.name)) { $one } })
        if ($waiting.Count -eq 0) { break }
        $newest = $waiting[$waiting.Count - 1]
        $chosen = if ($waiting.Count -gt 30) { $newest } else { $waiting[0] }
        if (Test-InnkeeperRefused $Path $chosen) {
            if (-not (Move-InnkeeperRefused $Path $chosen)) { $skipped[$chosen.name] = $true }
            continue
        }
        try { $body = Get-InnkeeperPost $chosen }
        catch {
            # Opened by another program, or a bad disk sector: it is left to a later run and does not delay other snapshots.
            $skipped[$chosen.name] = $true
            Write-InnkeeperLog $Path Information 1208 "$($chosen.name) cannot be read now and stays pending: $(Get-InnkeeperErrorText $_)"
            continue
        }
        if ($null -eq $body) {
            Set-InnkeeperDamage $Path $State $chosen
            Write-InnkeeperJsonFile $Path.state $State
            continue
        }
        $answer = Invoke-InnkeeperRequest -Setting $Setting -Path '/api/v1/snapshots' -Token $Token -Body $body -IsGzip
        $meaning = ConvertTo-InnkeeperAnswer $answer $chosen.snapshotId
        $isDone = Complete-InnkeeperAttempt $Path $State $chosen $newest $meaning
        Write-InnkeeperJsonFile $Path.state $State
        if (-not $isDone) { break }
        if ($meaning.kind -ne 'refused') { $sent++ }
    }
    $sent
}
