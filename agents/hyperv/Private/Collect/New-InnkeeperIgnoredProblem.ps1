function New-InnkeeperIgnoredProblem {
    <#
    .SYNOPSIS
        A list for the problems of a query that older versions of Windows cannot answer: its key is then absent, and that is all.
    #>
    [CmdletBinding()]
    param ()
    # The comma keeps an empty list from being unrolled into nothing.
    , [System.Collections.Generic.List[string]]::new()
}
