function ConvertTo-InnkeeperUnixTime {
    <#
    .SYNOPSIS
        Milliseconds since the first day of 1970.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [datetime] $Time)
    # By hand: the .NET Framework of Windows Server 2012 R2 may be one that has no function for it.
    [long] [System.Math]::Floor([decimal] ($Time.ToUniversalTime().Ticks - 621355968000000000) / 10000)
}
