function Invoke-InnkeeperTimedStep {
    <#
    .SYNOPSIS
        Runs one step of a run, unless the run's time is used up: the remaining time limits every step.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Function,
        [Parameter(Mandatory)] [hashtable] $Argument,
        [Parameter(Mandatory)] [int] $LimitSeconds
    )
    $leftSeconds = [int] ($Run.budgetSeconds - $Run.watch.Elapsed.TotalSeconds)
    if ($leftSeconds -lt 1) {
        return @{ value = $null; problems = @("was not started: the time limit of the run ($($Run.budgetSeconds) s) was reached"); missing = ''; status = 'failed'; durationMs = [long] 0; isHung = $false; isLate = $true }
    }
    Invoke-InnkeeperStep $Run.worker $Function $Argument ([System.Math]::Min($LimitSeconds, $leftSeconds))
}
