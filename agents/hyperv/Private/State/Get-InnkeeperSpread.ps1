function Get-InnkeeperSpread {
    <#
    .SYNOPSIS
        Returns a number from 0 to 86399 that never changes for an instance: its second of the day.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [string] $InstanceId)
    $hash = Get-InnkeeperHash ([System.Text.Encoding]::UTF8.GetBytes($InstanceId))
    [System.Convert]::ToInt64($hash.Substring(0, 8), 16) % 86400
}
