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
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Field,

        # The key without which a record is left out.
        [string] $Key
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    if ($Vm.Count -eq 0) { return New-InnkeeperReading @{} $problems }
    $read = Read-InnkeeperRow $Source $Query $problems
    if ($null -eq $read.rows) { return New-InnkeeperReading $null $problems $(if ($read.isMissing) { "$Source is not available on this host." }) }
    $part = @{}
    $lists = Group-InnkeeperRow $read.rows $Vm $Source $problems
    foreach ($id in @($lists.Keys)) {
        $part[$id] = @(foreach ($row in $lists[$id]) {
                $record = ConvertTo-InnkeeperRecord $row $Field $problems
                if ($Key -eq '' -or (Test-InnkeeperIdentified $record $Key $Source $problems)) { $record }
            })
    }
    New-InnkeeperReading $part $problems
}
