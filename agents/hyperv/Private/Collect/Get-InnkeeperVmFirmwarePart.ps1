function Get-InnkeeperVmFirmwarePart {
    <#
    .SYNOPSIS
        Reads the firmware of generation 2 VMs, by VM id. Changes only while a VM is off: read occasionally.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $second = @(foreach ($one in $Vm) { if ((Get-InnkeeperProperty $one 'Generation') -eq 2) { $one } })
    $reading = Get-InnkeeperVmPart 'Get-VMFirmware' { Hyper-V\Get-VMFirmware -VM $Vm } $second ([ordered]@{
            secureBoot         = 'name', 'SecureBoot'
            secureBootTemplate = 'text', 'SecureBootTemplate'
        })
    if ($null -ne $reading.value) {
        foreach ($id in @($reading.value.Keys)) {
            if ($reading.value[$id].Count -eq 1) { $reading.value[$id] = $reading.value[$id][0] } else { $reading.value.Remove($id) }
        }
    }
    $reading
}
