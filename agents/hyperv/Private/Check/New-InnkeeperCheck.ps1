function New-InnkeeperCheck {
    <#
    .SYNOPSIS
        Creates one line of the preflight result.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Check,
        [Parameter(Mandatory)] [ValidateSet('ok', 'warning', 'failed')] [string] $Result,
        [AllowEmptyString()] [string] $Detail,
        [AllowEmptyString()] [string] $Advice
    )
    [pscustomobject] [ordered]@{ check = $Check; result = $Result; detail = $Detail; advice = $Advice }
}
