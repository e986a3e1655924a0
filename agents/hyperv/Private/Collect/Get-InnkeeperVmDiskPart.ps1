function Get-InnkeeperVmDiskPart {
    <#
    .SYNOPSIS
        Hard disks by VM id, without what only the file itself tells.
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
