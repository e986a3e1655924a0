function Get-InnkeeperSlot {
    <#
    .SYNOPSIS
        Returns the number of the interval that contains a time. A run is due if this differs from the number of the last run.
    .DESCRIPTION
        The task runs every minute, whatever the interval: a new interval from the server requires no right to change the task.
        The start of an interval depends on the instance id, so that a thousand hosts do not report in the same second.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param (
        [Parameter(Mandatory)] [long] $NowMs,
        [Parameter(Mandatory)] [long] $IntervalSeconds,
        [Parameter(Mandatory)] [string] $InstanceId
    )
    # Five seconds early: a run that starts slightly too soon is still within its own interval.
    $phase = (Get-InnkeeperSpread $InstanceId) % $IntervalSeconds - 5
    [long] [System.Math]::Floor(($NowMs / 1000 - $phase) / $IntervalSeconds)
}
