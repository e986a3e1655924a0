function Get-InnkeeperSlot {
    <#
    .SYNOPSIS
        The number of the interval that a moment lies in. A run is due when it is not the number of the last run.
    .DESCRIPTION
        The task ticks every minute, whatever the interval: so a new pace from the server needs no right to change the task.
        Where an interval begins hangs on the instance id, so that a thousand hosts do not report in the same second.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param (
        [Parameter(Mandatory)] [long] $NowMs,
        [Parameter(Mandatory)] [long] $IntervalSeconds,
        [Parameter(Mandatory)] [string] $InstanceId
    )
    # Five seconds early: a tick that comes a moment too soon still lies in its own interval.
    $phase = (Get-InnkeeperSpread $InstanceId) % $IntervalSeconds - 5
    [long] [System.Math]::Floor(($NowMs / 1000 - $phase) / $IntervalSeconds)
}
