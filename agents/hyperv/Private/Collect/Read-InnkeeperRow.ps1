function Read-InnkeeperRow {
    <#
    .SYNOPSIS
        Runs one cmdlet query and distinguishes rows, failure and "this Windows has no such cmdlet".
    .DESCRIPTION
        Returns { rows, isMissing }. `rows` is a list, even with one row or none, and null if nothing could be read.
        Errors are added to Problem. A missing cmdlet, parameter or enum member is not an error, because older and smaller editions
        of Windows lack some. A cmdlet whose module is installed but cannot be loaded is an error: otherwise it would look as if a
        feature were not installed.
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
    # Non-terminating errors are returned as objects among the rows, so that rows read before them are kept.
    $ErrorActionPreference = 'Continue'
    $rows = [System.Collections.Generic.List[object]]::new()
    $hasFailed = $false
    try {
        foreach ($item in (& $Query 2>&1)) {
            if ($item -isnot [System.Management.Automation.ErrorRecord]) {
                if ($null -ne $item) { $rows.Add($item) }
            }
            # A filter without a match is a valid result.
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
        if (Test-InnkeeperOlderCommand $_) { return @{ rows = $null; isMissing = $true } }
        $hasFailed = $true
        $Problem.Add("${Source}: $(Get-InnkeeperErrorText $_)")
    }
    if ($hasFailed -and $rows.Count -eq 0) { return @{ rows = $null; isMissing = $false } }
    @{ rows = $rows.ToArray(); isMissing = $false }
}
