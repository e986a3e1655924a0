function Get-InnkeeperVmDrivePart {
    <#
    .SYNOPSIS
        What only generation 1 has, and DVD drives: by VM id, a record with dvdDrives, floppyPath and comPortPaths.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $dvd = Get-InnkeeperVmPart 'Get-VMDvdDrive' { Hyper-V\Get-VMDvdDrive -VM $Vm } $Vm ([ordered]@{ mediaType = 'name', 'DvdMediaType'; path = 'text', 'Path' })
    $ports = Get-InnkeeperVmPart 'Get-VMComPort' { Hyper-V\Get-VMComPort -VM $Vm } $Vm ([ordered]@{ path = 'text', 'Path' })
    # A floppy drive belongs to generation 1; the cmdlet fails for the others.
    $floppyVms = @(foreach ($one in $Vm) { if ((Get-InnkeeperProperty $one 'Generation') -eq 1) { $one } })
    $floppy = Get-InnkeeperVmPart 'Get-VMFloppyDiskDrive' { Hyper-V\Get-VMFloppyDiskDrive -VM $Vm } $floppyVms ([ordered]@{ path = 'text', 'Path' })

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
        $part[$id] = $record
    }
    New-InnkeeperReading $part $problems
}
