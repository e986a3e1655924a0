function Group-InnkeeperRow {
    <#
    .SYNOPSIS
        Groups rows of all VMs into lists by VM id. A VM without a row has an empty list, or none after an error; rows of
        checkpoints are left out.
    .DESCRIPTION
        Joined by id and never by name: two VMs can have the same name.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Row,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,
        [Parameter(Mandatory)] [string] $Source,

        # What the query has reported before.
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    $lists = @{}
    foreach ($one in $Vm) { $lists[$one.Id.ToString()] = [System.Collections.Generic.List[object]]::new() }
    foreach ($one in $Row) {
        $snapshot = $one.PSObject.Properties['VMSnapshotId']
        if ($null -ne $snapshot -and $null -ne $snapshot.Value -and [guid] $snapshot.Value -ne [guid]::Empty) { continue }
        $id = Get-InnkeeperVmIdOf (Get-InnkeeperProperty $one 'VMId')
        if (-not $id) { $Problem.Add("${Source}: a row without VMId is left out") }
        elseif ($lists.ContainsKey($id)) { $lists[$id].Add($one) }
    }
    # A row that is missing, or belongs to no VM, can be that of any VM: an empty list would mean that it has none.
    if ($Problem.Count -gt 0) { foreach ($id in @($lists.Keys)) { if ($lists[$id].Count -eq 0) { $lists.Remove($id) } } }
    $lists
}
