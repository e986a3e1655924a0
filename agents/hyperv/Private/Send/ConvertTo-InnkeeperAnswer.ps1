function ConvertTo-InnkeeperAnswer {
    <#
    .SYNOPSIS
        Interprets the response to a snapshot: { kind, reason, retryAfterSeconds, nextIntervalSeconds }.
    .DESCRIPTION
        kind is stored, duplicate, stale (all three: delete it), refused (set it aside), unwelcome (the token is not accepted: keep
        it), busy or unreachable (keep it, try again later). Only a body that refers to this very snapshot counts as
        acknowledged: a page that a proxy inserts, with whatever status, does not.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Answer,
        [Parameter(Mandatory)] [string] $SnapshotId
    )
    $meaning = @{ kind = 'busy'; status = $Answer.status; reason = "HTTP $($Answer.status)"; retryAfterSeconds = $null; nextIntervalSeconds = $null }
    if ($Answer.status -eq 0) {
        $meaning.kind = 'unreachable'
        $meaning.reason = [string] $Answer.error
        return $meaning
    }
    $said = $null
    try { $said = ConvertFrom-InnkeeperJson $Answer.body }
    catch { $meaning.reason = "HTTP $($Answer.status), not JSON" }
    if ($said -isnot [System.Collections.IDictionary]) { $said = [ordered]@{} }
    switch ($Answer.status) {
        201 {
            if ($said['snapshotId'] -eq $SnapshotId) {
                $meaning.kind = 'stored'
                $meaning.reason = "stored, $($said['vms']) VMs, $($said['changes']) changes"
                $meaning.nextIntervalSeconds = ConvertTo-InnkeeperInteger $said['nextIntervalSeconds']
                return $meaning
            }
        }
        200 {
            if ($said['duplicate'] -eq $true) { $meaning.kind = 'duplicate'; $meaning.reason = 'already stored'; return $meaning }
            if ($said['stale'] -eq $true) { $meaning.kind = 'stale'; $meaning.reason = 'a newer snapshot is stored'; return $meaning }
        }
        { $_ -in 400, 413, 415, 422 } { $meaning.kind = 'refused' }
        { $_ -in 401, 403, 409 } { $meaning.kind = 'unwelcome' }
    }
    $meaning.reason = Get-InnkeeperProblemText $Answer.status $said
    $meaning.retryAfterSeconds = ConvertFrom-InnkeeperRetryAfter $Answer.retryAfter
    $meaning
}
