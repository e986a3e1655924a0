function Save-InnkeeperSnapshot {
    <#
    .SYNOPSIS
        Reads the host and adds the snapshot to the spool. Returns whether that succeeded; if not, sending continues anyway.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [string] $InstanceId
    )
    $cache = $null
    try { $cache = Read-InnkeeperJsonFile $Path.cache }
    catch { Write-InnkeeperLog $Path Warning 1208 "cache.json is damaged and is recreated: $(Get-InnkeeperErrorText $_)" }
    if ($null -eq $cache) { $cache = [ordered]@{} }
    $doing = 'read'
    try {
        $body = New-InnkeeperSnapshotBody @{
            snapshotId      = New-InnkeeperUuid
            epoch           = [long] 0
            sequence        = [long] 0
            instanceId      = $InstanceId
            intervalSeconds = $State['intervalSeconds']
            spool           = Get-InnkeeperSpoolReport $Path $State
        } $cache
        $sending = Get-InnkeeperSendingSection $Setting $State
        if ($null -ne $sending) { $body['sections'] = @($body['sections']) + $sending }
        $doing = 'stored'
        Add-InnkeeperSpooled $Path $State $body
        $State['readFailure'] = $null
        $doing = 'kept for the next run'
        Write-InnkeeperJsonFile $Path.cache $cache
    }
    catch {
        $what = if ($doing -eq 'read') { 'This host could not be read' } else { "The data that was read could not be $doing" }
        Set-InnkeeperFailure $Path $State 'readFailure' "${what}: $(Get-InnkeeperErrorText $_)"
        if ($doing -ne 'kept for the next run') { return $false }
    }
    # The section `sending` reports an earlier attempt to send, not something that could not be read.
    $failed = @(foreach ($section in $body['sections']) { if ($section['name'] -ne 'sending' -and $section['status'] -in 'failed', 'partial') { "$($section['name']) $($section['status'])" } }) -join ', '
    $State['lastCollectedAt'] = $body['collectedAt']
    if ([string] $State['failedSections'] -ne $failed) {
        if ($failed) { Write-InnkeeperLog $Path Warning 1205 "Not everything could be read: $failed. Run Get-InnkeeperSnapshot to see why." }
        else { Write-InnkeeperLog $Path Information 1101 'Every section can be read again.' -IsEvent }
    }
    $State['failedSections'] = $failed
    $true
}
