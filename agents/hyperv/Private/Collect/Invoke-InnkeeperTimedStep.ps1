function Invoke-InnkeeperTimedStep {
    <#
    .SYNOPSIS
        One step of a run, unless the run's time is used up: what is left of it bounds every step.
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
        return @{ value = $null; problems = @("was not begun: the run's $($Run.budgetSeconds) s were used up"); missing = ''; status = 'failed'; durationMs = [long] 0; isHung = $false; isLate = $true }
    }
    Invoke-InnkeeperStep $Run.worker $Function $Argument ([System.Math]::Min($LimitSeconds, $leftSeconds))
}
