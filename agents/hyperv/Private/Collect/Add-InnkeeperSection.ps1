function Add-InnkeeperSection {
    <#
    .SYNOPSIS
        Records the result of reading one section. The server evaluates the seven sections of the contract; their parts ("vms.guest") are only shown.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Status,
        [Parameter(Mandatory)] [long] $DurationMs,
        [Parameter(Mandatory)] [datetime] $CollectedAt,
        [AllowNull()] [AllowEmptyString()] [string] $ErrorText
    )
    $section = [ordered]@{
        name        = $Name
        status      = $Status
        durationMs  = $DurationMs
        collectedAt = ConvertTo-InnkeeperTime $CollectedAt
    }
    if ($ErrorText) { $section['error'] = Limit-InnkeeperText $ErrorText 1024 }
    $Run.sections.Add($section)
}
