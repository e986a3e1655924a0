function Get-InnkeeperVmDiskPart {
    <#
    .SYNOPSIS
        Reads the hard disks by VM id, without the data that only the file itself contains.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    Get-InnkeeperVmPart 'Get-VMHardDiskDrive' { Hyper-V\Get-VMHardDiskDrive -VM $Vm } $Vm ([ordered]@{
            path               = 'text', 'Path'
            controllerType     = 'name', 'ControllerType'
            controllerNumber   = 'integer', 'ControllerNumber'
            controllerLocation = 'integer', 'ControllerLocation'
            diskNumber         = 'integer', 'DiskNumber'
        })
}
