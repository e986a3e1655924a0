function ConvertTo-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Milliseconds since the first day of 1970.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [datetime] $Time)
    [System.DateTimeOffset]::new($Time.ToUniversalTime()).ToUnixTimeMilliseconds()
}
