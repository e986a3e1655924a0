function Read-InnkeeperVhdFact {
    <#
    .SYNOPSIS
        Returns sizes and formats of virtual disks by path, from the cache while they are fresh. Disks of busy VMs are not opened.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [hashtable] $Basic,
        [Parameter(Mandatory)] [AllowNull()] [hashtable] $DisksByVm
    )
    if ($null -eq $DisksByVm) { return @{} }
    # Opening a file that is being merged or moved slows that operation down, or fails.
    $work = 'MergingDisks', 'MigratingVirtualMachine', 'StorageMigrationPhaseOne', 'StorageMigrationPhaseTwo', 'ExportingVirtualMachine', 'DeletingSnapshot'
    $paths = [System.Collections.Generic.List[string]]::new()
    $busy = @{}
    foreach ($id in $DisksByVm.Keys) {
        $isBusy = $false
        foreach ($status in $Basic[$id]['operationalStatus']) { if ($status -in $work) { $isBusy = $true } }
        foreach ($disk in $DisksByVm[$id]) {
            # A physical disk has no file.
            if (-not $disk.Contains('path') -or $disk.Contains('diskNumber')) { continue }
            if (-not $paths.Contains($disk['path'])) { $paths.Add($disk['path']) }
            if ($isBusy) { $busy[$disk['path']] = $true }
        }
    }
    Read-InnkeeperCached $Run 'vms.vhds' $paths.ToArray() 21600 -IsPiecemeal {
        param($Due)
        $progress = [hashtable]::Synchronized(@{})
        $wanted = @(foreach ($path in $Due) { if (-not $busy.ContainsKey($path)) { $path } })
        $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVhdPart' @{ Path = $wanted; BudgetSeconds = 20; Progress = $progress } 30
        $reading.value = $progress.Clone()
        $reading
    }
}
