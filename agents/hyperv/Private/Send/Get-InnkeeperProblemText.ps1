function Get-InnkeeperProblemText {
    <#
    .SYNOPSIS
        Returns the server's problem response in one line: title, detail and the first errors with their paths.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [int] $Status,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Problem
    )
    $words = [System.Collections.Generic.List[string]]::new()
    $words.Add("HTTP $Status")
    foreach ($key in 'title', 'detail') { if ($Problem[$key]) { $words.Add([string] $Problem[$key]) } }
    $told = 0
    foreach ($one in $Problem['errors']) {
        if ($one -isnot [System.Collections.IDictionary] -or $told -ge 5) { continue }
        $words.Add(("$($one['path']) $($one['message'])").Trim())
        $told++
    }
    # A proxy may return the request's headers: a token must not get into the log, nor into the next snapshot.
    $text = ($words -join ': ') -replace '[\x00-\x1f]+', ' ' -replace '\bik[a-z]_[\w-]+', '(removed)'
    Limit-InnkeeperText $text 1024
}
