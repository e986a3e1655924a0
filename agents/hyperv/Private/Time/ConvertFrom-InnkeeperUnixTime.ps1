function ConvertFrom-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Milliseconds since the first day of 1970 as a time in UTC.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param ([Parameter(Mandatory)] [long] $Milliseconds)
    [datetime]::new(621355968000000000 + 10000 * $Milliseconds, [System.DateTimeKind]::Utc)
}
