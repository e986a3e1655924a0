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
    $byName = @{ rows = @{} }
    foreach ($row in $rows) {
        $name = [string] (Get-InnkeeperProperty $row 'Name')
        if ($name -ne '') { $byName.rows[$name] = $row } else { $Problem.Add("${Source}: a row without Name is left out") }
    }
    # A row that is missing, or belongs to no adapter, can be that of any adapter.
    $byName['isComplete'] = $Problem.Count -eq $before
    $byName
}
