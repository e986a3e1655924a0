function Group-InnkeeperRow {
    <#
    .SYNOPSIS
        Groups rows of all VMs into lists by VM id. A VM without a row has an empty list; rows of checkpoints are left out.
    .DESCRIPTION
        Joined by id and never by name: two VMs can have the same name.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Row,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,
        [string] $IdProperty = 'VMId'
    )
    $lists = @{}
    foreach ($one in $Vm) { $lists[$one.Id.ToString()] = [System.Collections.Generic.List[object]]::new() }
    foreach ($one in $Row) {
        $snapshot = $one.PSObject.Properties['VMSnapshotId']
        if ($null -ne $snapshot -and $null -ne $snapshot.Value -and [guid] $snapshot.Value -ne [guid]::Empty) { continue }
        $property = $one.PSObject.Properties[$IdProperty]
        if ($null -eq $property) { continue }
        $id = Get-InnkeeperVmIdOf $property.Value
        if ($null -ne $id -and $lists.ContainsKey($id)) { $lists[$id].Add($one) }
    }
    $lists
}
