function Get-InnkeeperDeviceRow {
    <#
    .SYNOPSIS
        Rows of one adapter cmdlet by adapter name, or null where it could not be read. An adapter that is not among them is
        not capable, which is more than "unread".
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
