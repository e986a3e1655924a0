function New-InnkeeperIgnoredProblem {
    <#
    .SYNOPSIS
        Creates a list for the problems of a query that older versions of Windows do not support: its key is then absent, without an error.
    #>
    [CmdletBinding()]
    param ()
    # The comma keeps an empty list from being unrolled to nothing.
    , [System.Collections.Generic.List[string]]::new()
}
