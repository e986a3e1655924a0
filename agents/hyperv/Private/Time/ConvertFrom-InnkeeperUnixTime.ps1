function ConvertFrom-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Milliseconds since the first day of 1970 as a time in UTC.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param ([Parameter(Mandatory)] [long] $Milliseconds)
    [System.DateTimeOffset]::FromUnixTimeMilliseconds($Milliseconds).UtcDateTime
}
