function Complete-InnkeeperAttempt {
    <#
    .SYNOPSIS
        Handles one response as the contract requires, and returns whether the next snapshot can be sent immediately.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [hashtable] $Sent,
        [Parameter(Mandatory)] [hashtable] $Newest,
        [Parameter(Mandatory)] [hashtable] $Meaning
    )
    $State['lastAnswer'] = "$($Meaning.kind): $($Meaning.reason)"
    $State['lastAnswerAt'] = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    switch ($Meaning.kind) {
        { $_ -in 'stored', 'duplicate', 'stale' } {
            $isAhead = $Sent.epoch -gt $State['acknowledgedEpoch'] -or ($Sent.epoch -eq $State['acknowledgedEpoch'] -and $Sent.sequence -gt $State['acknowledged'])
            # The server has never accepted a newer snapshot from us, yet it has a newer one: the counter was set back, by a
            # restored checkpoint of this host or by a clock that was ahead when it was created. It continues above that.
            if ($_ -eq 'stale' -and $isAhead -and $Sent.name -eq $Newest.name) { Add-InnkeeperEpoch $Path $State }
            elseif ($isAhead -and $_ -ne 'stale') {
                $State['acknowledgedEpoch'] = $Sent.epoch
                $State['acknowledged'] = $Sent.sequence
                $State['raises'] = [long] 0
                $State['lastSentAt'] = $State['lastAnswerAt']
            }
            [System.IO.File]::Delete($Sent.file)
            $State['failures'] = [long] 0
            $State['sendAgainAtMs'] = [long] 0
            if ($null -ne $Meaning.nextIntervalSeconds) {
                # The task runs once a minute: a shorter interval would not be kept.
                $State['intervalSeconds'] = [System.Math]::Max(60, [System.Math]::Min(86400, $Meaning.nextIntervalSeconds))
            }
            Set-InnkeeperAlert $Path $State 0 $Meaning.reason
            if ($null -ne $State['sendError']) { $State['sendError']['isOver'] = $true }
            Write-InnkeeperLog $Path Information 1102 "Snapshot $($Sent.snapshotId) ($($Sent.epoch), $($Sent.sequence)): $($State['lastAnswer'])."
            return $true
        }
        'refused' {
            $State['refused']++
            [void] (Move-InnkeeperRefused $Path $Sent $Meaning.reason)
            $State['lastError'] = Limit-InnkeeperText "The server permanently refused a snapshot, which was set aside: $($Meaning.reason)" 1024
            $State['lastErrorAt'] = $State['lastAnswerAt']
            Set-InnkeeperSendError $State
            Write-InnkeeperLog $Path Error 1203 "The server permanently refused a snapshot; it was set aside in $($Path.refused). $($Meaning.reason)"
            return $true
        }
        default {
            $State['failures']++
            $State['sendAgainAtMs'] = (ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)) + (Get-InnkeeperWait $State['failures'] $Meaning.retryAfterSeconds)
            if ($Meaning.kind -eq 'unwelcome') {
                $eventId = if ($Meaning.status -eq 409) { 1202 } else { 1201 }
                Set-InnkeeperAlert $Path $State $eventId "$($Meaning.reason.TrimEnd('.')). $(Get-InnkeeperAdvice $Meaning.status)"
            }
            else { Set-InnkeeperAlert $Path $State 1200 "Snapshots could not be sent; they are kept: $($Meaning.reason.TrimEnd('.')). $(Get-InnkeeperAdvice $Meaning.status)".TrimEnd() }
            Set-InnkeeperSendError $State
            return $false
        }
    }
}
