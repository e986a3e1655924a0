function New-InnkeeperReading {
    <#
    .SYNOPSIS
        Creates the result of a section: its value, its problems, and whether this Windows is able to read it at all.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowNull()] [object] $Value,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem,

        # Set if the cmdlet is missing: a section that cannot exist here is skipped, not failed.
        [string] $Missing
    )
    @{ value = $Value; problems = $Problem.ToArray(); missing = $Missing }
}
