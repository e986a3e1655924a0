function Read-InnkeeperCached {
    <#
    .SYNOPSIS
        Answers slow, rarely changing facts by key, and reads only those that are new, too old, or failed a while ago.
    .DESCRIPTION
        The cache holds for each key when it was read (at), when that was tried last (tried), and the value. Times are Unix
        milliseconds. A key that fails keeps its old value and is not tried again for 15 minutes, so that a share that hangs
        does not cost every run its time. The section's collectedAt is the age of the oldest value.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Key,
        [Parameter(Mandatory)] [int] $IntervalSeconds,

        # Given the keys to read; answers a reading whose value is a dictionary by key.
        [Parameter(Mandatory)] [scriptblock] $Read,

        # A key that is missing from the answer was not tried yet, and comes first in the next run. So does every key of a step
        # for which no time was left.
        [switch] $IsPiecemeal
    )
    $retrySeconds = [System.Math]::Min(900, $IntervalSeconds)
    $known = [ordered]@{}
    $lastError = $null
    $kept = $Run.cache[$Name]
    # Anything else was written by another version.
    if ($kept -is [System.Collections.IDictionary] -and $kept['entries'] -is [System.Collections.IDictionary]) {
        $known = $kept['entries']
        $lastError = $kept['error']
    }
    $entries = [ordered]@{}
    $due = [System.Collections.Generic.List[string]]::new()
    foreach ($one in $Key) {
        $entry = if ($known.Contains($one)) { $known[$one] } else { [ordered]@{ at = [long] 0; tried = [long] 0 } }
        $entries[$one] = $entry
        $isRead = $entry.Contains('value')
        $since = if ($isRead -and $entry['tried'] -le $entry['at']) { $entry['at'] } else { $entry['tried'] }
        $waitSeconds = if ($isRead -and $entry['tried'] -le $entry['at']) { $IntervalSeconds } else { $retrySeconds }
        # A time in the future was written before the clock was set back.
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
        $lastError = if ($reading.problems.Count -gt 0) { Limit-InnkeeperText ($reading.problems -join '; ') 1024 } else { $null }
    }
    $Run.cache[$Name] = [ordered]@{ error = $lastError; entries = $entries }

    $result = @{}
    $oldest = $Run.nowMs
    foreach ($one in $entries.GetEnumerator()) {
        if (-not $one.Value.Contains('value')) { continue }
        $result[$one.Key] = $one.Value['value']
        $oldest = [System.Math]::Min($oldest, $one.Value['at'])
    }
    $status = 'ok'
    if ($reading.missing) { $status = 'skipped'; $lastError = $reading.missing }
    elseif ($null -ne $lastError) { $status = if ($result.Count -eq 0) { 'failed' } else { 'partial' } }
    Add-InnkeeperSection $Run $Name $status $reading.durationMs (ConvertFrom-InnkeeperUnixTime $oldest) $lastError
    $result
}
