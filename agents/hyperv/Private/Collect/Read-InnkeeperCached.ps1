function Read-InnkeeperCached {
    <#
    .SYNOPSIS
        Returns slow, rarely changing facts by key, and reads only those that are new, too old, or due for a retry.
    .DESCRIPTION
        For each key the cache contains the time of the last read (at), of the last attempt (tried), and the value. Times are Unix
        milliseconds. A key that fails keeps its old value and is not retried for 15 minutes, so that a share that hangs
        does not slow every run down. The section's collectedAt is the time of the oldest value.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Key,
        [Parameter(Mandatory)] [int] $IntervalSeconds,

        # Receives the keys to read; returns a reading whose value is a dictionary by key.
        [Parameter(Mandatory)] [scriptblock] $Read,

        # A key that is missing from the result was not tried yet, and is read first in the next run. So is every key of a step
        # for which no time was left.
        [switch] $IsPiecemeal
    )
    $retrySeconds = [System.Math]::Min(900, $IntervalSeconds)
    $known = [ordered]@{}
    $lastError = $null
    $missing = ''
    $kept = $Run.cache[$Name]
    # Any other format was written by a different version.
    if ($kept -is [System.Collections.IDictionary] -and $kept['entries'] -is [System.Collections.IDictionary]) {
        $known = $kept['entries']
        $lastError = $kept['error']
        $missing = $kept['missing']
    }
    $entries = [ordered]@{}
    $due = [System.Collections.Generic.List[string]]::new()
    foreach ($one in $Key) {
        $entry = if ($known.Contains($one)) { $known[$one] } else { [ordered]@{ at = [long] 0; tried = [long] 0 } }
        $entries[$one] = $entry
        $isRead = $entry.Contains('value')
        $since = if ($isRead -and $entry['tried'] -le $entry['at']) { $entry['at'] } else { $entry['tried'] }
        $waitSeconds = if ($isRead -and $entry['tried'] -le $entry['at']) { $IntervalSeconds } else { $retrySeconds }
        # A time in the future was recorded before the clock was set back.
        if ($since -gt $Run.nowMs -or $Run.nowMs - $since -ge 1000 * $waitSeconds) { $due.Add($one) }
    }
    $reading = @{ durationMs = [long] 0; status = 'ok'; problems = @(); missing = '' }
    if ($due.Count -gt 0) {
        $reading = & $Read $due.ToArray()
        $values = if ($null -ne $reading.value) { $reading.value } else { @{} }
        foreach ($one in $due) {
            if ($values.Contains($one) -and $null -ne $values[$one]) {
                $entries[$one] = [ordered]@{ at = $Run.nowMs; tried = $Run.nowMs; value = $values[$one] }
            }
            elseif ($values.Contains($one) -or -not ($IsPiecemeal -or $reading.ContainsKey('isLate'))) { $entries[$one]['tried'] = $Run.nowMs }
        }
        $missing = $reading.missing
        $lastError = if ($reading.problems.Count -gt 0) { Limit-InnkeeperText ($reading.problems -join '; ') 1024 } else { $null }
    }
    $Run.cache[$Name] = [ordered]@{ error = $lastError; missing = $missing; entries = $entries }

    $result = @{}
    $oldest = $Run.nowMs
    foreach ($one in $entries.GetEnumerator()) {
        if (-not $one.Value.Contains('value')) { continue }
        $result[$one.Key] = $one.Value['value']
        $oldest = [System.Math]::Min($oldest, $one.Value['at'])
    }
    $status = 'ok'
    if ($missing) { $status = 'skipped'; $lastError = $missing }
    elseif ($null -ne $lastError) { $status = if ($result.Count -eq 0) { 'failed' } else { 'partial' } }
    Add-InnkeeperSection $Run $Name $status $reading.durationMs (ConvertFrom-InnkeeperUnixTime $oldest) $lastError
    $result
}
