function Read-InnkeeperSection {
    <#
    .SYNOPSIS
        Reads one section in the worker, records the result, and returns its value, null if there is none.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Function,
        [Parameter(Mandatory)] [int] $LimitSeconds,
        [hashtable] $Argument = @{}
    )
    $startedAt = Get-InnkeeperTime
    $reading = Invoke-InnkeeperTimedStep $Run $Function $Argument $LimitSeconds
    $errorText = if ($reading.missing) { $reading.missing } else { $reading.problems -join '; ' }
    Add-InnkeeperSection $Run $Name $reading.status $reading.durationMs $startedAt $errorText
    if ($reading.ContainsKey('moduleVersion')) { $Run['hyperVModuleVersion'] = $reading.moduleVersion }
    # The comma keeps a list of one or no item a list.
    if ($reading.value -is [array]) { return , $reading.value }
    $reading.value
}
