function Read-InnkeeperRow {
    <#
    .SYNOPSIS
        Runs one query of a cmdlet and tells rows, failure and "this Windows has no such cmdlet" apart.
    .DESCRIPTION
        Answers { rows, isMissing }. `rows` is a list, with one row or none as well, and null where nothing could be read.
        Errors are added to Problem; a missing cmdlet is none, for older and smaller editions of Windows lack some. One whose
        module is there and cannot be loaded is an error: else it would look as if a feature were not installed.
    .EXAMPLE
        $read = Read-InnkeeperRow 'Get-VMSwitch' { Hyper-V\Get-VMSwitch } $problems
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [scriptblock] $Query,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    # Errors that do not end the cmdlet come as objects among the rows, so that what was read before them is kept.
    $ErrorActionPreference = 'Continue'
    $rows = [System.Collections.Generic.List[object]]::new()
    $hasFailed = $false
    try {
        foreach ($item in (& $Query 2>&1)) {
            if ($item -isnot [System.Management.Automation.ErrorRecord]) {
                if ($null -ne $item) { $rows.Add($item) }
            }
            # A filter that matched nothing is an answer.
            elseif ($item.CategoryInfo.Category -ne 'ObjectNotFound') {
                $hasFailed = $true
                $Problem.Add("${Source}: $(Get-InnkeeperErrorText $item)")
            }
        }
    }
    catch [System.Management.Automation.CommandNotFoundException] {
        $fault = Get-InnkeeperModuleFault $_.Exception.CommandName
        if (-not $fault) { return @{ rows = $null; isMissing = $true } }
        $hasFailed = $true
        $Problem.Add("${Source}: $fault")
    }
    catch {
        $hasFailed = $true
        $Problem.Add("${Source}: $(Get-InnkeeperErrorText $_)")
    }
    if ($hasFailed -and $rows.Count -eq 0) { return @{ rows = $null; isMissing = $false } }
    @{ rows = $rows.ToArray(); isMissing = $false }
}
