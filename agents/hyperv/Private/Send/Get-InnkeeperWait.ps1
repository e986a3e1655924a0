function Get-InnkeeperWait {
    <#
    .SYNOPSIS
        Returns the milliseconds to wait after a number of consecutive failures.
    .DESCRIPTION
        Without Retry-After: a random time between 5 s and a limit that doubles up to 5 min, so that a thousand agents
        that failed together do not retry together. A wait that the server specified is extended by up to a quarter.
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
