function Get-InnkeeperVmPart {
    <#
    .SYNOPSIS
        Reads one list of device records by VM id, from one cmdlet that takes all VMs at once.
    .EXAMPLE
        Get-InnkeeperVmPart 'Get-VMDvdDrive' { Hyper-V\Get-VMDvdDrive -VM $Vm } $vms ([ordered]@{ path = 'text', 'Path' })
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [string] $Source,

        # Runs in this function's scope, where $Vm contains the VMs.
        [Parameter(Mandatory)] [scriptblock] $Query,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Field
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    if ($Vm.Count -eq 0) { return New-InnkeeperReading @{} $problems }
    $rows = (Read-InnkeeperRow $Source $Query $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    # After an error, the rows of a VM may be missing: an empty list would mean that it has none.
    $isComplete = $problems.Count -eq 0
    $part = @{}
    $lists = Group-InnkeeperRow $rows $Vm
    foreach ($id in @($lists.Keys)) {
        if ($lists[$id].Count -eq 0 -and -not $isComplete) { continue }
        $part[$id] = @(foreach ($row in $lists[$id]) { ConvertTo-InnkeeperRecord $row $Field $problems })
    }
    New-InnkeeperReading $part $problems
}
