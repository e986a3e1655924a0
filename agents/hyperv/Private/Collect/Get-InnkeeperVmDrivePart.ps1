function Get-InnkeeperVmDrivePart {
    <#
    .SYNOPSIS
        Reads devices of generation 1, DVD drives and RemoteFX: by VM id, a record with dvdDrives, floppyPath, comPortPaths, hasRemoteFx.
    .DESCRIPTION
        RemoteFX has been removed from Windows, but not its cmdlet everywhere: if it works, a VM that it does not list has
        none. If it is missing or fails, the value is unknown, which is not a fault of the host.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $dvd = Get-InnkeeperVmPart 'Get-VMDvdDrive' { Hyper-V\Get-VMDvdDrive -VM $Vm } $Vm ([ordered]@{ mediaType = 'name', 'DvdMediaType'; path = 'text', 'Path' })
    $ports = Get-InnkeeperVmPart 'Get-VMComPort' { Hyper-V\Get-VMComPort -VM $Vm } $Vm ([ordered]@{ path = 'text', 'Path' })
    # Only generation 1 has a floppy drive; the cmdlet fails for other VMs.
    $floppyVms = @(foreach ($one in $Vm) { if ((Get-InnkeeperProperty $one 'Generation') -eq 1) { $one } })
    $floppy = Get-InnkeeperVmPart 'Get-VMFloppyDiskDrive' { Hyper-V\Get-VMFloppyDiskDrive -VM $Vm } $floppyVms ([ordered]@{ path = 'text', 'Path' })

    $remoteFx = Get-InnkeeperVmPart 'Get-VMRemoteFx3dVideoAdapter' { Hyper-V\Get-VMRemoteFx3dVideoAdapter -VM $Vm } $Vm ([ordered]@{ id = 'text', 'Id' })

    $problems = [System.Collections.Generic.List[string]]::new()
    foreach ($reading in $dvd, $ports, $floppy) { foreach ($problem in $reading.problems) { $problems.Add($problem) } }
    $part = @{}
    foreach ($one in $Vm) {
        $id = $one.Id.ToString()
        $record = [ordered]@{}
        if ($null -ne $dvd.value) { $record['dvdDrives'] = $dvd.value[$id] }
        if ($null -ne $ports.value -and $null -ne $ports.value[$id]) {
            $record['comPortPaths'] = @(foreach ($port in $ports.value[$id]) { if ($port['path']) { $port['path'] } })
        }
        if ($null -ne $floppy.value) {
            foreach ($drive in $floppy.value[$id]) { if ($null -ne $drive -and $drive['path']) { $record['floppyPath'] = $drive['path'] } }
        }
        if ($null -ne $remoteFx.value -and $null -ne $remoteFx.value[$id]) { $record['hasRemoteFx'] = $remoteFx.value[$id].Count -gt 0 }
        $part[$id] = $record
    }
    New-InnkeeperReading $part $problems
}
