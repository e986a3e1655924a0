function Get-InnkeeperWait {
    <#
    .SYNOPSIS
        Milliseconds to wait after so many failures in a row.
    .DESCRIPTION
        Without a word from the server: anywhere between 5 s and a ceiling that doubles up to 5 min, so that a thousand agents
        that failed together do not come back together. A wait that the server named is kept, and stretched by up to a quarter.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param (
        [Parameter(Mandatory)] [long] $Failures,
        [Parameter(Mandatory)] [AllowNull()] [object] $RetryAfterSeconds
    )
    $random = Get-InnkeeperRandom
    if ($null -ne $RetryAfterSeconds) { return [long] (1000 * $RetryAfterSeconds * (1 + 0.25 * $random)) }
    $ceiling = [System.Math]::Min(300, 5 * [System.Math]::Pow(2, [System.Math]::Min($Failures, 10)))
    [long] (1000 * (5 + $random * ($ceiling - 5)))
}
