function New-InnkeeperReading {
    <#
    .SYNOPSIS
        What a section answers: its value, what went wrong, and whether this Windows has the means to read it at all.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowNull()] [object] $Value,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem,

        # Set where the cmdlet is missing: a section that cannot exist here is skipped, not failed.
        [string] $Missing
    )
    @{ value = $Value; problems = $Problem.ToArray(); missing = $Missing }
}
