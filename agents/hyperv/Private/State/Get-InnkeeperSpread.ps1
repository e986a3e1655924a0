function Get-InnkeeperSpread {
    <#
    .SYNOPSIS
        A number from 0 to 86399 that is the same for ever for one instance: its second of the day.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [string] $InstanceId)
    $hash = Get-InnkeeperHash ([System.Text.Encoding]::UTF8.GetBytes($InstanceId))
    [System.Convert]::ToInt64($hash.Substring(0, 8), 16) % 86400
}
