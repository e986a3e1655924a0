function ConvertFrom-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Converts milliseconds since January 1, 1970 to a time in UTC.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param ([Parameter(Mandatory)] [long] $Milliseconds)
    [datetime]::new(621355968000000000 + 10000 * $Milliseconds, [System.DateTimeKind]::Utc)
}
