function ConvertTo-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Converts a time to milliseconds since January 1, 1970.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [datetime] $Time)
    # Calculated here: the .NET Framework of Windows Server 2012 R2 may not have a function for it.
    [long] [System.Math]::Floor([decimal] ($Time.ToUniversalTime().Ticks - 621355968000000000) / 10000)
}
