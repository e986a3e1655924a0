function Get-InnkeeperDeviceRow {
    <#
    .SYNOPSIS
        Reads the rows of one adapter cmdlet by adapter name; null if it could not be read. An adapter without a row is
        not capable, which is different from "unread".
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [scriptblock] $Query,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    $before = $Problem.Count
    $rows = (Read-InnkeeperRow $Source $Query $Problem).rows
    if ($null -eq $rows) { return $null }
    $byName = @{ isComplete = $Problem.Count -eq $before; rows = @{} }
    foreach ($row in $rows) { $byName.rows[[string] $row.Name] = $row }
    $byName
}
